import { describe, expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

async function errorOf(said: object[], form: "json" | "events") {
  const events = said.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
  const { port } = await serve((request, response) => {
    request.resume();
    const type = form === "events" ? "text/event-stream" : "application/json";
    response
      .writeHead(200, { "content-type": type })
      .end(form === "events" ? `${events}data: [DONE]\n\n` : JSON.stringify(said[0]));
  });
  return (await run("a fox", { engine: createEngine({ baseUrl: `http://127.0.0.1:${port}` }) }))
    .error;
}

const words = "Your prompt was blocked by our content policy.";

/** Each tells that something was made, or that the work ended well. */
const results: object[] = [
  { status: "completed" },
  { state: "SUCCEEDED" },
  { asset_id: "a" },
  { data: [{ fileId: 7 }] },
  { result: { image_key: "obj_1" } },
  { output: [{ type: "image", file_id: "f" }] },
  { usage: { generated_images: 1 } },
  { usage: { output_tokens_details: { image_tokens: 1_056 } } },
  { image_count: 1 },
  { success: true },
  { code: 0 },
];

describe("a refusal by words alone, beside what tells of a result, is told as likely paid, and kept", () => {
  const kept = { code: "refused", charged: "likely", answer: { isWhole: true } };

  test.each(results)("%j", async (result) => {
    for (const refusal of [
      { message: words },
      { error: { message: words } },
      { choices: [{ message: { content: words } }] },
    ]) {
      expect(await errorOf([{ ...result, ...refusal }], "json")).toMatchObject(kept);
      expect(await errorOf([{ ...result, ...refusal }], "events")).toMatchObject(kept);
      expect(await errorOf([refusal, result], "events")).toMatchObject({ charged: "likely" });
    }
  });
});

/** None of these tells of one. */
const others: object[] = [
  { id: "x", status: "failed" },
  { task_id: "1", created: 1 },
  { image_count: 0, usage: { total_tokens: 9 } },
  { asset_id: null, data: [] },
  { input: { file_id: "f" }, request: { status: "completed" } },
  { checks: [{ type: "prompt", status: "completed" }] },
  { success: false },
];

test.each(others)("by words alone it is free beside %j, and says all in them", async (other) => {
  expect(await errorOf([{ ...other, message: words }], "json")).toMatchObject({
    code: "refused",
    charged: "no",
    answer: null,
  });
});

test.each(results)("by its code it is free beside %j", async (result) => {
  const error = { code: "content_policy_violation", message: words };
  expect(await errorOf([{ ...result, error }], "json")).toMatchObject({
    code: "refused",
    charged: "no",
  });
});
