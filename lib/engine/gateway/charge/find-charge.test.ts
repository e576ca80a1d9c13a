import type { IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";
import type { ChargeQuery, ImageEngine } from "#lib/engine/image-engine.ts";

const { createEngine, run, gateway } = await startTestEngine();
const engine = createEngine({ isMeshAPI: true });

function ask(
  asked: ImageEngine,
  requestIds: string[],
  { sentAt = new Date(), ...more }: Partial<Omit<ChargeQuery, "requestIds">> = {},
) {
  return asked.findCharge?.({
    requestIds,
    rowsMin: 1,
    firstSentAt: sentAt,
    sentAt,
    signal: AbortSignal.timeout(170_000),
    ...more,
  });
}

/** The id under which the last request was sent. */
async function sentAs(prompt: string): Promise<string> {
  await run(prompt, { engine });
  return gateway.ledger().requests.findLast((sent) => sent.prompt === prompt)?.idempotencyKey ?? "";
}

describe("what became of a request is asked of the gateway's usage", () => {
  test("a picture that was paid for and lost has its charge, by our own id", async () => {
    const id = await sentAs("a fox [[reset]]");

    expect(await ask(engine, ["unheard-of", id])).toEqual({ charged: "yes", costMicros: 42_000 });
  });

  test("what was not billed is free", async () => {
    const id = await sentAs("a fox [[reset]] [[usage-free]]");

    expect(await ask(engine, [id])).toEqual({ charged: "no", costMicros: 0 });
    expect(await ask(engine, [await sentAs("a fox [[fail:500]]")])).toMatchObject({
      charged: "no",
    });
  });

  test("the row of a refusal does not speak for the request that followed it, whose row comes late", async () => {
    const refused = await sentAs("a fox [[fail:429]]");
    expect(await ask(engine, [refused], { rowsMin: 2 })).toBeNull();

    const paid = await sentAs("a fox [[reset]]");
    expect(await ask(engine, [refused, paid], { rowsMin: 2 })).toEqual({
      charged: "yes",
      costMicros: 42_000,
    });
  });

  test("a late row is not there before its time, and a lost one never", async () => {
    const late = await sentAs("a fox [[reset]] [[usage-late:3]]");
    const answers = [
      await ask(engine, [late]),
      await ask(engine, [late]),
      await ask(engine, [late]),
    ];
    expect(answers).toEqual([null, null, { charged: "yes", costMicros: 42_000 }]);

    const never = await sentAs("a fox [[reset]] [[usage-never]]");
    expect(await ask(engine, [never])).toBeNull();
  });

  test("nothing is sent for a picture by it, and another time's requests are not found", async () => {
    const id = await sentAs("a fox [[reset]]");
    const before = gateway.ledger().charges.length;

    expect(await ask(engine, [id], { sentAt: new Date(Date.now() - 86_400_000) })).toBeNull();
    expect(await ask(engine, [])).toBeNull();
    expect(gateway.ledger().charges).toHaveLength(before);
  });

  test("only where it is MeshAPI, or is called so", () => {
    expect(createEngine().findCharge).toBeNull();
    expect(createEngine({ baseUrl: "https://api.meshapi.ai" }).findCharge).not.toBeNull();
    expect(
      createEngine({ baseUrl: "https://api.meshapi.ai/v1", isMeshAPI: false }).findCharge,
    ).toBeNull();
  });

  test("an error is the engine's", async () => {
    const broken = createEngine({ isMeshAPI: true, apiKey: "rsk_wrong" });

    await expect(ask(broken, ["a"])).rejects.toMatchObject({
      name: "EngineError",
      code: "unauthorized",
    });
  });
});

/** A gateway with these rows, which gives pages of 200 unless it heeds no offset. */
async function keeping(rows: readonly object[], { heedsOffset = true } = {}) {
  const { port, requests } = await serve(async (request, response) => {
    const { limit, offset } = await bodyOf(request);
    const from = heedsOffset ? offset : 0;
    response.end(JSON.stringify({ events: rows.slice(from, from + limit), limit, offset: from }));
  });
  return {
    requests,
    engine: createEngine({ baseUrl: `http://127.0.0.1:${port}`, isMeshAPI: true }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ limit: number; offset: number }> {
  return { limit: 0, offset: 0, ...Object(await json(request)) };
}

const others = Array.from({ length: 450 }, (_, at) => ({
  request_id: `other-${at}`,
  cost_usd: "1",
}));

test("the pages are read to the one that has it", async () => {
  const { engine: paged, requests } = await keeping([
    ...others,
    { request_id: "a", cost_usd: "0.5" },
  ]);

  expect(await ask(paged, ["a"])).toEqual({ charged: "yes", costMicros: 500_000 });
  expect(requests.length).toBeLessThanOrEqual(4);
});

test("a server that gives the same page for ever is left", async () => {
  const { engine: stuck, requests } = await keeping(others, { heedsOffset: false });

  expect(await ask(stuck, ["a"])).toBeNull();
  expect(requests).toHaveLength(2);
});

test("a row that a new one pushed to the next page is counted once", async () => {
  const about = { request_id: "a", cost_usd: "0.5" };
  const { port } = await serve(async (request, response) => {
    const { limit, offset } = await bodyOf(request);
    const rows = [...others.slice(0, limit - 1), about, about];
    response.end(JSON.stringify({ events: rows.slice(offset, offset + limit) }));
  });
  const busy = createEngine({ baseUrl: `http://127.0.0.1:${port}`, isMeshAPI: true });

  expect(await ask(busy, ["a"])).toEqual({ charged: "yes", costMicros: 500_000 });
});

describe("a row is read leniently", () => {
  test.each([
    [[{ request_id: "a", cost_usd: "0.042", status: "success" }], "yes", 42_000],
    [[{ request_id: "a", cost: 0.042 }], "yes", 42_000],
    [[{ id: "use_1", client_request_id: "a", total_cost_usd: "0.042" }], "yes", 42_000],
    [[{ metadata: { request_id: "a" }, costUsd: "0.042" }], "yes", 42_000],
    [
      [{ request_id: "a", cost_usd: "0.04", status: "failed", failure_stage: "delivery" }],
      "yes",
      40_000,
    ],
    [[{ request_id: "a", status: "success" }], "yes", null],
    [[{ request_id: "a", billed: true }], "yes", null],
    [[{ request_id: "a", billed: false, cost_usd: "0.04" }], "no", 0],
    [[{ request_id: "a", refunded: true, cost_usd: "0.04" }], "no", 0],
    [[{ request_id: "a", cost_usd: null, failure_stage: "provider" }], "no", 0],
    [[{ request_id: "a", cost_usd: "0", status: "error" }], "no", 0],
    [[{ request_id: "a", cost_usd: "0.000000", status: "success" }], "no", 0],
    [
      [
        { request_id: "a", status: "failed", failure_stage: "provider" },
        { request_id: "a", cost_usd: "0.04", status: "success" },
      ],
      "yes",
      40_000,
    ],
    [
      [
        { request_id: "a", cost_usd: "0.04" },
        { request_id: "a", cost_usd: "-0.04" },
      ],
      "no",
      0,
    ],
  ])("%j", async (rows, charged, costMicros) => {
    expect(await ask((await keeping(rows)).engine, ["a"])).toEqual({ charged, costMicros });
  });

  test.each([
    [[{ request_id: "a", status: "pending", cost_usd: "0" }]],
    [[{ request_id: "a" }]],
    [[null, 1, { request_id: 7 }]],
  ])("and %j says nothing yet", async (rows) => {
    const answered = await serve((_request, response) => response.end(JSON.stringify(rows)));
    const baseUrl = `http://127.0.0.1:${answered.port}`;

    expect(await ask(createEngine({ baseUrl, isMeshAPI: true }), ["a"])).toBeNull();
  });
});
