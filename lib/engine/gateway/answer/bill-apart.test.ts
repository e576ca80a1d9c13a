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
    event.type === "picture" || event.type === "bill" ? [[event.type, event.costMicros]] : [],
  );
}

describe("a cost that another event tells than the picture's is that of the answer", () => {
  test.each([
    ["the last chunk of a chat", { object: "chat.completion.chunk", choices: [], ...cost }],
    ["a last chunk with an empty delta", { choices: [{ delta: { content: "" } }], ...cost }],
    ["an event of its own", { type: "image_generation.completed", ...cost }],
    ["the end of a response", { type: "response.completed", response: cost }],
    ["MeshAPI's chunk", { object: "image.chunk", status: "completed", data: [], ...cost }],
    ["nothing else", cost],
  ])("behind it, in %s", async (_, event) => {
    const expected = [
      ["picture", null],
      ["bill", 40_000],
    ];
    expect(await costsOf([picture, event, "[DONE]"])).toEqual(expected);
    expect(await costsOf([openai, event])).toEqual(expected);
  });

  test("before it", async () => {
    const chunk = { object: "image.chunk", status: "processing", data: [], ...cost };
    expect(await costsOf([chunk, openai, "[DONE]"])).toEqual([["picture", 40_000]]);
    expect(await costsOf([chunk, openai, openai, "[DONE]"])).toEqual([
      ["picture", 40_000],
      ["picture", 0],
    ]);
  });

  test("though the stream breaks off behind it", async () => {
    const broken = { error: { code: "provider_timeout", message: "Late." } };
    expect(await costsOf([picture, cost, broken])).toEqual([
      ["picture", null],
      ["bill", 40_000],
    ]);
  });

  test("that grows is the last", async () => {
    const grown = { usage: { cost: 0.08 } };
    expect(await costsOf([picture, cost, picture, grown, "[DONE]"])).toEqual([
      ["picture", null],
      ["picture", 0],
      ["bill", 80_000],
    ]);
  });
});

test("what the pictures told is not told again", async () => {
  const priced = { ...openai, ...cost };
  expect(await costsOf([priced, cost, "[DONE]"])).toEqual([["picture", 40_000]]);
  expect(await costsOf([priced, priced, { usage: { cost: 0.08 } }, "[DONE]"])).toEqual([
    ["picture", 40_000],
    ["picture", 40_000],
  ]);
});

test("nothing is believed to be the cost only at the end", async () => {
  const nothing = { object: "image.chunk", status: "processing", data: [], usage: { cost: 0 } };
  expect(await costsOf([nothing, openai, "[DONE]"])).toEqual([["picture", null]]);
  expect(await costsOf([openai, nothing, "[DONE]"])).toEqual([
    ["picture", null],
    ["bill", 0],
  ]);
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

  test("beside one of its body, which may be its provider's, the larger counts", async () => {
    const costIn = (header: string) =>
      costsOf([{ ...picture, ...cost }], { "x-litellm-response-cost": header });
    expect(await costIn("0.03")).toEqual([["picture", 40_000]]);
    expect(await costIn("0.05")).toEqual([
      ["picture", 40_000],
      ["bill", 50_000],
    ]);
  });
});
