import { expect, test } from "vitest";
import { pauseOf } from "#components/image/test-records.ts";
import { longestPause } from "#components/studio/longest-pause.ts";

test("the pause that a picture waits for is one that needs a person, else the one that ends last", () => {
  const soon = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:10Z" });
  const late = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:20Z" });
  const open = pauseOf();

  expect(longestPause([])).toBe(null);
  expect(longestPause([soon, late])).toBe(late);
  expect(longestPause([late, soon])).toBe(late);
  expect(longestPause([late, open, soon])).toBe(open);
});
