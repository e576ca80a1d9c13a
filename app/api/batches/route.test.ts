import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as hangUp } from "#app/api/batches/[id]/hang-up/route.ts";
import { POST as restore } from "#app/api/batches/[id]/restore/route.ts";
import { POST as retry } from "#app/api/batches/[id]/retry/route.ts";
import { DELETE as remove } from "#app/api/batches/[id]/route.ts";
import { POST as stop } from "#app/api/batches/[id]/stop/route.ts";
import { POST } from "#app/api/batches/route.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { Services } from "#lib/services/services.server.ts";

let gateway: FakeGateway;
let services: Services;

beforeAll(async () => {
  gateway = await startFakeGateway();
  const studio = await openTestServices({
    MESHAPI_API_KEY: gateway.apiKey,
    MESHAPI_BASE_URL: gateway.url,
  });
  services = studio.services;
  return studio.close;
});
afterAll(() => gateway.close());

type Handler = (
  request: Request,
  context: { params: Promise<{ id: string }> },
) => Promise<Response>;

const none = { params: Promise.resolve({}) };
const post = (body: object, key: string = crypto.randomUUID()) =>
  POST(
    ownRequest("POST", { headers: { "idempotency-key": key }, body: JSON.stringify(body) }),
    none,
  );
const requestOf = (prompt: string) => ({ prompt, size: "256x256" });
const submit = (prompt: string, key?: string) =>
  post({ kind: "single", requests: [requestOf(prompt)] }, key);
const ask = (handler: Handler, id: string, sent: Parameters<typeof ownRequest>[1] = {}) =>
  handler(ownRequest("POST", sent), { params: Promise.resolve({ id }) });
const attemptOf = (batchId: string) =>
  services.database.client.attempt.findFirstOrThrow({
    where: { generation: { batchId } },
    select: { id: true, stopRequestedAt: true, hangUpRequestedAt: true },
  });

test("a press is taken with 202, and the same press again answered 200 with what it had made", async () => {
  const key = crypto.randomUUID();
  const first = await submit("a fox [[fail:422]]", key);
  const second = await submit("a fox [[fail:422]]", key);
  const [{ batch: made }, { batch: found }] = [await first.json(), await second.json()];

  expect([first.status, second.status]).toEqual([202, 200]);
  expect(found.id).toBe(made.id);
  expect(first.headers.get("cache-control")).toBe("no-store");
});

test("Stop only stops waiting, however often it is pressed, and only hanging up after it hangs up", async () => {
  const { batch } = await (await submit("a fox [[hold:gate]]")).json();
  const { id } = batch;
  await gateway.reached("gate");
  await ask(hangUp, id);
  const hungUpFirst = await attemptOf(id);
  await ask(stop, id);
  await ask(stop, id);
  const stopped = await attemptOf(id);
  const answer = await ask(hangUp, id);
  const hungUp = await attemptOf(id);
  gateway.release("gate");

  expect(answer.status).toBe(200);
  expect(hungUpFirst).toMatchObject({ hangUpRequestedAt: null });
  expect(stopped).toMatchObject({ stopRequestedAt: expect.any(Date), hangUpRequestedAt: null });
  expect(hungUp).toMatchObject({ hangUpRequestedAt: expect.any(Date) });
});

test("a retry without an Idempotency-Key, or of no attempt, buys nothing", async () => {
  const { batch } = await (await submit("a fox [[fail:422]]")).json();
  const { id } = await attemptOf(batch.id);
  const body = JSON.stringify({ attempts: [id] });
  const keyless = await ask(retry, batch.id, { headers: { "idempotency-key": "" }, body });
  const empty = await ask(retry, batch.id, { body: '{"attempts":[]}' });
  const [told, toldOfNone] = [await keyless.json(), await empty.json()];

  expect(keyless.status).toBe(422);
  expect(told.error).toMatchObject({ code: "invalid_request", field: "Idempotency-Key" });
  expect(toldOfNone.error).toMatchObject({ code: "invalid_request", field: "attempts" });
  expect(await services.database.client.attempt.count({ where: { retryOfId: id } })).toBe(0);
});

test("a press that was run again from somebody else's generation is refused, and makes nothing", async () => {
  const { client } = services.database;
  const { generationId: sourceGenerationId } = await makeRows(client);
  const before = await client.generation.count();
  const requests = [requestOf("a fox"), { prompt: "a fox", sourceGenerationId }];
  const response = await post({ kind: "models", requests });

  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatchObject({
    field: "requests.1.sourceGenerationId",
  });
  expect(await client.generation.count()).toBe(before);
});

test.each([
  ["no requests", { kind: "models", requests: [] }, "requests"],
  [
    "two requests in a single press",
    { kind: "single", requests: [{ prompt: "a" }, { prompt: "b" }] },
    "requests",
  ],
  ["101 requests", { kind: "list", requests: Array(101).fill({ prompt: "a" }) }, "requests"],
  ["an unknown kind", { kind: "collage", requests: [{ prompt: "a" }] }, "kind"],
  [
    "a wrong second request",
    { kind: "list", requests: [{ prompt: "a" }, { prompt: "" }] },
    "requests.1.prompt",
  ],
])("a press with %s is refused by name, and makes nothing", async (_, body, field) => {
  const before = await services.database.client.batch.count();
  const response = await post(body);

  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatchObject({ code: "invalid_request", field });
  expect(await services.database.client.batch.count()).toBe(before);
});

test("a press of several is made, stopped, thrown away and taken back as a whole", async () => {
  const requests = ["a fox [[hold:many]]", "an owl [[hold:many]]", "a hare [[hold:many]]"].map(
    requestOf,
  );
  const answer = await post({ kind: "models", requests, spec: { models: ["a", "b", "c"] } });
  const { batch } = await answer.json();
  const params = { params: Promise.resolve({ id: batch.id }) };
  const early = await remove(ownRequest("DELETE"), params);
  await ask(stop, batch.id);
  await ask(hangUp, batch.id);
  gateway.release("many");
  await ended(batch.id);
  const removed = await remove(ownRequest("DELETE"), params);
  const gone = await ask(stop, batch.id);
  const deleted = await listed(batch.id);
  const { batch: back } = await (await ask(restore, batch.id)).json();

  expect(answer.status).toBe(202);
  expect(batch).toMatchObject({ kind: "models", spec: { models: ["a", "b", "c"] } });
  expect(batch.generations).toMatchObject(
    requests.map(({ prompt }) => ({ prompt, batchId: batch.id })),
  );
  expect([early.status, removed.status, gone.status]).toEqual([409, 200, 404]);
  expect(deleted).toEqual([]);
  expect(back.generations).toMatchObject(requests.map(({ prompt }) => ({ prompt })));
  expect(await listed(batch.id)).toHaveLength(3);
});

const listed = (batchId: string) =>
  services.database.client.generation.findMany({ where: { batchId, deletedAt: null } });

async function ended(batchId: string): Promise<void> {
  const { signal } = new AbortController();
  for await (const event of services.events.follow({ userId, after: 0, signal })) {
    if (event === "reset" || event.type !== "generation-ended") continue;
    const left = await services.database.client.generation.count({
      where: { batchId, endedAt: null },
    });
    if (left === 0) return;
  }
}
