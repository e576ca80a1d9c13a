import { describe, expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGJgAQAAAP//AwAABgAFV7+r1AAAAABJRU5ErkJggg==";
const picture = { data: [{ b64_json: png }] };
const openai = { type: "image_generation.completed", b64_json: png };
const cost = { usage: { total_tokens: 9, cost: 0.04 } };

/** What an answer costs: of its pictures, and told apart from them. */
async function costsOf(events: unknown[], headers: Record<string, string> = {}) {
  const isStream = events.length > 1;
  const body = isStream
    ? events
        .map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`)
        .join("")
    : JSON.stringify(events[0]);
  const { port } = await serve((request, response) => {
    request.resume();
    const type = isStream ? "text/event-stream" : "application/json";
    response.writeHead(200, { "content-type": type, ...headers }).end(body);
  });
  const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
  const told = (await run("a fox", { engine })).events;
  return told.flatMap((event) =>
    event.type === "picture" ? [[event.type, event.costMicros]] : [],
  );
}

test("a cost that another event tells before the picture is that of the answer", async () => {
  const chunk = { object: "image.chunk", status: "processing", data: [], ...cost };
  expect(await costsOf([chunk, openai, "[DONE]"])).toEqual([["picture", 40_000]]);
  expect(await costsOf([chunk, openai, openai, "[DONE]"])).toEqual([
    ["picture", 40_000],
    ["picture", 0],
  ]);
});

test("what the pictures told is not told again", async () => {
  const priced = { ...openai, ...cost };
  expect(await costsOf([priced, cost, "[DONE]"])).toEqual([["picture", 40_000]]);
  expect(await costsOf([priced, priced, { usage: { cost: 0.08 } }, "[DONE]"])).toEqual([
    ["picture", 40_000],
    ["picture", 40_000],
  ]);
});

test("nothing is believed to be the cost before the picture", async () => {
  const nothing = { object: "image.chunk", status: "processing", data: [], usage: { cost: 0 } };
  expect(await costsOf([nothing, openai, "[DONE]"])).toEqual([["picture", null]]);
});

describe("a cost in a header is that of the answer", () => {
  test.each([
    "x-litellm-response-cost",
    "llm_provider-x-litellm-response-cost",
    "x-cost",
    "x-cost-usd",
    "x-request-cost",
    "x-total-cost-usd",
    "X-Usage-Cost",
    "openrouter-cost",
    "cf-aig-cost",
  ])("%s", async (name) => {
    expect(await costsOf([picture], { [name]: "0.04" })).toEqual([["picture", 40_000]]);
    expect(await costsOf([openai, "[DONE]"], { [name]: "4e-2" })).toEqual([["picture", 40_000]]);
  });

  test.each([
    ["x-litellm-response-cost", "0.0"],
    ["x-litellm-response-cost", "None"],
    ["x-litellm-response-cost", ""],
    ["x-litellm-key-spend", "3.2"],
    ["x-litellm-response-cost-discount-amount", "0.01"],
    ["x-cost-limit", "4"],
    ["x-estimated-cost", "0.04"],
    ["x-credits-cost", "4"],
    ["x-cost-cents", "4"],
    ["x-cost-per-image", "0.04"],
    ["x-max-cost", "1"],
    ["x-balance-usd", "4"],
    ["x-cost-center", "7"],
  ])("and %s: %j is none", async (name, value) => {
    expect(await costsOf([picture], { [name]: value })).toEqual([["picture", null]]);
  });

  test("beside one of its body, it is not counted twice", async () => {
    const costIn = (header: string) =>
      costsOf([{ ...picture, ...cost }], { "x-litellm-response-cost": header });
    expect(await costIn("0.03")).toEqual([["picture", 40_000]]);
  });
});
