import { expect, test } from "vitest";
import { formatCost, formatCostOfAll } from "#components/image/format-cost.ts";
import { formatDuration } from "#components/image/format-duration.ts";
import { english as t } from "#messages/english.server.ts";

const cost = (actualCostMicros: number | null, estimatedCostMicros: number | null = null) => ({
  actualCostMicros,
  estimatedCostMicros,
});

test("what the gateway said is exact, a price list's word is an estimate", () => {
  expect(formatCost(cost(40_000, 50_000), t)).toBe("$0.04");
  expect(formatCost(cost(null, 50_000), t)).toBe("~$0.05");
  expect(formatCost(cost(null), t)).toBeNull();
});

test("a price below a cent is not rounded to nothing", () => {
  expect(formatCost(cost(2_500), t)).toBe("$0.0025");
});

test("a sum with an unknown in it is unknown", () => {
  expect(formatCostOfAll([cost(40_000), cost(null, 40_000)], t)).toBe("~$0.08");
  expect(formatCostOfAll([cost(40_000), cost(null)], t)).toBeNull();
});

test("durations read as a clock from a minute on", () => {
  expect([-5, 8_900, 65_000, 3_725_000].map((duration) => formatDuration(duration, t))).toEqual([
    "0 s",
    "8 s",
    "1:05",
    "1:02:05",
  ]);
});
