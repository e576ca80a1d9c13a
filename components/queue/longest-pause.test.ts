import { expect, test } from "vitest";
import { gateway, painter, pauseOf } from "#components/data/records/test-records.ts";
import { longestPause } from "#components/queue/longest-pause.ts";

test("a picture waits for the pause without an end, else for the one that ends last", () => {
  const soon = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:10Z" });
  const late = pauseOf({ code: "rate_limited", until: "2026-01-01T12:00:20Z" });
  const open = pauseOf();

  expect(longestPause([], gateway.id)).toBe(null);
  expect(longestPause([soon, late], gateway.id)).toBe(late);
  expect(longestPause([late, soon], gateway.id)).toBe(late);
  expect(longestPause([late, open, soon], gateway.id)).toBe(open);
});

test("a gateway that refuses holds up its own pictures, a full disk the painter's too", () => {
  const disk = pauseOf({ code: "disk_full", gatewayId: null });

  expect(longestPause([pauseOf()], painter.id)).toBe(null);
  expect(longestPause([pauseOf(), disk], painter.id)).toBe(disk);
});
