import { expect, test } from "vitest";
import { findUnkeepable } from "#lib/platform/text/find-unkeepable.ts";

test.each([
  [{ prompt: "a\0fox" }, "prompt", "NUL"],
  [{ aspect_ratio: "16:9\0" }, "aspect_ratio", "NUL"],
  [{ extra: { list: ["fine", { deep: "\ud83d" }] } }, "extra.list.1.deep", "half of a character"],
  [{ model: "\udc00\ud800" }, "model", "half of a character"],
  [{ "bad\0name": 1 }, "bad\0name", "NUL"],
  [{ "bad\ud800": 1 }, "bad\ud800", "half of a character"],
  ["\0", "", "NUL"],
  [["\0"], "0", "NUL"],
  [{ n: Number.POSITIVE_INFINITY }, "n", "too large"],
])("%j is refused at its field", (json, field, fault) => {
  expect(findUnkeepable(json)).toEqual({ field, fault: expect.stringContaining(fault) });
});

test("nesting without end is refused, and ends no stack", () => {
  const depth = 200_000;
  const json = JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
  expect(findUnkeepable(json)?.fault).toContain("64 levels");
});

test("every text of every script passes", () => {
  const json = { prompt: "नमस्ते 🦊👨‍👩‍👧‍👦 \u200b\r\n\t", n: 1, size: null, list: [true, -0, {}] };
  expect(findUnkeepable(json)).toBeNull();
});
