import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "#app/api/batches/route.ts";
import { POST as settle } from "#app/api/generations/[id]/settle/route.ts";
import { GET } from "#app/api/generations/route.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";

let gateway: FakeGateway;

beforeAll(async () => {
  gateway = await startFakeGateway();
  const studio = await openTestServices({
    MESHAPI_API_KEY: gateway.apiKey,
    MESHAPI_BASE_URL: gateway.url,
  });
  return studio.close;
});
afterAll(() => gateway.close());

const none = { params: Promise.resolve({}) };

test("a gateway that keeps no usage cannot be asked what became of an attempt, and that is said", async () => {
  const body = '{"kind":"single","requests":[{"prompt":"a fox [[fail:422]]"}]}';
  const { batch } = await (await POST(ownRequest("POST", { body }), none)).json();
  const params = Promise.resolve({ id: batch.generations[0].id });
  const response = await settle(ownRequest("POST"), { params });

  expect(response.status).toBe(409);
  expect((await response.json()).error.message).toContain("can be asked about this");
});

test.each(["0", "51", "1.5", "all"])("a page of %s generations is refused", async (limit) => {
  const response = await GET(ownRequest("GET", { query: `?limit=${limit}` }), none);

  expect(response.status).toBe(422);
  expect((await response.json()).error).toMatchObject({ field: "limit" });
});

test("those that are named are told, the newest first, and no others", async () => {
  const press = async (prompt: string) => {
    const body = JSON.stringify({ kind: "single", requests: [{ prompt }] });
    const headers = { "idempotency-key": crypto.randomUUID() };
    const { batch } = await (await POST(ownRequest("POST", { headers, body }), none)).json();
    return batch.generations[0].id;
  };
  const [first, , last] = [await press("an auk"), await press("a crane"), await press("a teal")];
  const ask = (ids: string[]) => GET(ownRequest("GET", { query: `?ids=${ids.join(",")}` }), none);

  const { generations } = await (await ask([first, last])).json();
  expect(generations.map(({ id }: { id: string }) => id)).toEqual([last, first]);
  for (const ids of [["a"], [""], Array.from({ length: 51 }, () => first)]) {
    const response = await ask(ids);
    expect([response.status, (await response.json()).error.code]).toEqual([422, "invalid_request"]);
  }
});
