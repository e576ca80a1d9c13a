import { expect, test } from "vitest";
import { ask, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf, gateway } = await startTestClient();
const hour = { since: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 3_600_000) };

test("a request is in the usage under the id that was sent, newest first", async () => {
  const client = clientOf();
  for (const idempotencyKey of ["first", "second"]) {
    await client.images.generate(ask("a fox"), { idempotencyKey });
  }
  const page = await client.usage.events({ ...hour, limit: 1 });

  expect(page).toMatchObject({ total: 2, limit: 1, offset: 0 });
  expect(page.events).toMatchObject([{ request_id: "second", cost_usd: "0.042000" }]);
  expect((await client.usage.events({ ...hour, offset: 1 })).events).toMatchObject([
    { request_id: "first", status: "success", failure_stage: null },
  ]);
});

test("the balance is what is left", async () => {
  const { totalMicros } = gateway.ledger();

  expect(Number((await clientOf().balance()).available_usd) * 1e6).toBe(10_000_000 - totalMicros);
});

test.each([
  [{ ...hour, limit: 201 }, "limit"],
  [{ ...hour, offset: -1 }, "offset"],
  [{ ...hour, since: "yesterday" }, "since"],
])("of %j, the wrong parameter is named and nothing is sent", async (query, parameter) => {
  const before = gateway.ledger().requests.length;

  await expect(clientOf().usage.events(query)).rejects.toMatchObject({
    sent: "no",
    code: "invalid_parameter",
    parameter,
  });
  expect(gateway.ledger().requests).toHaveLength(before);
});

test.each([
  [[{ request_id: "a" }, null, "b"], 1],
  [{ data: [{ request_id: 7, extra: true }], total: "many" }, 1],
  [{ events: [] }, 0],
  [{ items: [{ request_id: "a" }] }, 1],
  [{ success: true, data: { events: [{ request_id: "a" }], total: 1 } }, 1],
  [{ errors: [], result: [{ request_id: "a" }] }, 1],
])("%j is read leniently", async (answer, length) => {
  const client = clientOf({ fetch: async () => new Response(JSON.stringify(answer)) });

  expect((await client.usage.events(hour)).events).toHaveLength(length);
});

test("a balance is text or null, whatever comes", async () => {
  const answer = JSON.stringify({ balance_usd: 1.5, reserved_usd: {}, available_usd: "1.5" });
  const client = clientOf({ fetch: async () => new Response(answer) });

  expect(await client.balance()).toEqual({
    balance_usd: "1.5",
    reserved_usd: null,
    available_usd: "1.5",
  });
});
