import { expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

const sketch = {
  type: "image_generation.partial_image",
  b64_json: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a sketch", "latin1").toString("base64"),
  partial_image_index: 0,
};

/** What becomes of a stream of these events. */
async function errorOf(...events: object[]) {
  const { port } = await serve((request, response) => {
    request.resume();
    response.setHeader("content-type", "text/event-stream");
    response.end(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));
  });
  return run("a fox", { engine: createEngine({ baseUrl: `http://127.0.0.1:${port}` }) });
}

test.each([
  [{ type: "server_error", code: "invalid_value", message: "From the GPU" }, "upstream_error"],
  [{ code: "invalid_parameter", message: "Bad size" }, "invalid_parameter"],
  [{ code: "moderation_blocked", message: "Blocked." }, "refused"],
  [{ code: "insufficient_quota", message: "No more." }, "payment_required"],
  [{ code: 401, message: "The key has expired" }, "unauthorized"],
  [{ code: "rate_limit_exceeded", message: "Slow." }, "upstream_error"],
])("after a sketch %j may cost, for the work had begun", async (error, code) => {
  const { error: told, types } = await errorOf(sketch, { type: "error", error });

  expect(types).toContain("partial");
  expect(told).toMatchObject({ sent: "answered", charged: "likely", code });
});

test("without a sketch, and where it is said to be free, it is free", async () => {
  const refused = { code: "moderation_blocked", message: "Blocked." };
  const free = { code: "provider_job_failed", message: "It failed. You were not charged." };

  expect((await errorOf({ error: refused })).error).toMatchObject({ charged: "no" });
  expect((await errorOf(sketch, { error: free })).error).toMatchObject({ charged: "no" });
});
