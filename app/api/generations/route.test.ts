import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as hangUp } from "#app/api/generations/[id]/hang-up/route.ts";
import { POST as retry } from "#app/api/generations/[id]/retry/route.ts";
import { POST as settle } from "#app/api/generations/[id]/settle/route.ts";
import { POST as stop } from "#app/api/generations/[id]/stop/route.ts";
import { GET, POST } from "#app/api/generations/route.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
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
const submit = (prompt: string, key: string = crypto.randomUUID()) =>
  POST(
    ownRequest("POST", {
      headers: { "idempotency-key": key },
      body: JSON.stringify({ prompt, size: "256x256" }),
    }),
    none,
  );
const ask = (handler: Handler, id: string, sent: Parameters<typeof ownRequest>[1] = {}) =>
  handler(ownRequest("POST", sent), { params: Promise.resolve({ id }) });
const attemptOf = (generationId: string) =>
  services.database.client.attempt.findFirstOrThrow({
    where: { generationId },
    select: { id: true, stopRequestedAt: true, hangUpRequestedAt: true },
  });

test("a press is taken with 202, and the same press again answered 200 with what it had made", async () => {
  const key = crypto.randomUUID();
  const first = await submit("a fox [[fail:422]]", key);
  const second = await submit("a fox [[fail:422]]", key);
  const [{ generation: made }, { generation: found }] = [await first.json(), await second.json()];

  expect([first.status, second.status]).toEqual([202, 200]);
  expect(found.id).toBe(made.id);
  expect(first.headers.get("cache-control")).toBe("no-store");
});

test("Stop only stops waiting, however often it is pressed, and only hanging up after it hangs up", async () => {
  const { generation } = await (await submit("a fox [[hold:gate]]")).json();
  const { id } = generation;
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
  const { generation } = await (await submit("a fox [[fail:422]]")).json();
  const { id } = await attemptOf(generation.id);
  const body = JSON.stringify({ attempts: [id] });
  const keyless = await ask(retry, generation.id, { headers: { "idempotency-key": "" }, body });
  const empty = await ask(retry, generation.id, { body: '{"attempts":[]}' });
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
  const body = JSON.stringify({ prompt: "a fox", sourceGenerationId });
  const response = await POST(ownRequest("POST", { body }), none);

  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatchObject({ field: "sourceGenerationId" });
  expect(await client.generation.count()).toBe(before);
});

test("a gateway that keeps no usage cannot be asked what became of an attempt, and that is said", async () => {
  const { generation } = await (await submit("a fox [[fail:422]]")).json();
  const response = await ask(settle, generation.id);

  expect(response.status).toBe(409);
  expect((await response.json()).error.message).toContain("cannot be asked about this");
});

test.each(["0", "51", "1.5", "all"])("a page of %s generations is refused", async (limit) => {
  const response = await GET(ownRequest("GET", { query: `?limit=${limit}` }), none);

  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatchObject({ field: "limit" });
});
