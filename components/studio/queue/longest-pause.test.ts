import { expect, test } from "vitest";
import { pauseOf } from "#components/image/test-records.ts";
import { longestPause } from "#components/studio/queue/longest-pause.ts";

test("a picture waits for the pause without an end, else for the one that ends last", () => {
  const soon = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:10Z" });
  const late = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:20Z" });
  const open = pauseOf();

  expect(longestPause([], "gateway")).toBe(null);
  expect(longestPause([soon, late], "gateway")).toBe(late);
  expect(longestPause([late, soon], "gateway")).toBe(late);
  expect(longestPause([late, open, soon], "gateway")).toBe(open);
});

test("a gateway that refuses holds up its own pictures, a full disk the painter's too", () => {
  const disk = pauseOf({ code: "disk_full" });

  expect(longestPause([pauseOf()], "painter")).toBe(null);
  expect(longestPause([pauseOf(), disk], "painter")).toBe(disk);
});
