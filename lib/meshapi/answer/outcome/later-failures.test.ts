import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const error = (code: string | null, message = "Provider A failed, trying provider B") => ({
  error: { code, message },
});
const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const going = { object: "image.chunk", status: "processing", data: [] };
const sketch = {
  type: "image_generation.partial_image",
  b64_json: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a sketch", "latin1").toString("base64"),
};
const timeout = error("provider_timeout", "Provider B timed out");

const firsts = ["provider_overloaded", "moderation_blocked", "insufficient_credits"];

describe("a failure after one that was free is told, for the work may have gone on", () => {
  test.each(
    firsts.flatMap((code) => [[], [going], [sketch]].map((between) => [code, between] as const)),
  )("after %s and %j", async (code, between) => {
    const events = [error(code), ...between, timeout].map(event);

    expect((await play([...events, "data: [DONE]\n\n"])).error).toMatchObject({
      kind: "unknown",
      charged: null,
      said: "Provider B timed out",
    });
  });

  test.each(firsts)("as lines of JSON, and as an error without a code, after %s", async (code) => {
    const lines = [error(code), going, timeout].map(line);
    const headers = { "content-type": "application/x-ndjson" };
    expect((await play(lines, { headers })).error).toMatchObject({ charged: null });

    const told = [error(code), error(null, "The GPU is gone")].map(event);
    expect((await play(told)).error).toMatchObject({ kind: "broken", charged: "likely" });
  });

  test.each(firsts)("as a bare text, after %s", async (code) => {
    const told = [event(error(code)), "event: error\ndata: The GPU is gone\n\n"];

    expect((await play(told)).error).toMatchObject({ kind: "broken", charged: "likely" });
  });
});

test("one that is free frees nothing that failed before it", async () => {
  const told = [error("upstream_error"), error("moderation_blocked", "Blocked.")].map(event);

  expect((await play(told)).error).toMatchObject({ code: "upstream_error", charged: "likely" });
});

test.each([{ type: "response.failed", response: { status: "failed" } }, { status: "error" }])(
  "%j says no more than the failure before it",
  async (end) => {
    const told = [error("moderation_blocked", "Blocked."), end].map(event);

    expect((await play(told)).error).toMatchObject({ kind: "refused", said: "Blocked." });
  },
);
