import { expect, test } from "vitest";
import { estimateStart, roundStart } from "#components/queue/progress/estimate-start.ts";
import { english as t } from "#messages/english.server.ts";

const now = Date.parse("2026-01-01T12:00:00Z");
const usual = { fromMs: 10_000, toMs: 20_000, count: 5, of: "model" } as const;
/** Was sent so many seconds ago. */
const sent = (seconds: number) => ({ sentMs: now - seconds * 1_000, usual });

test("the next one begins when the first of those that are made is likely to be done", () => {
  const running = [sent(4), sent(8)];
  expect(estimateStart({ running, ahead: [] }, now)).toEqual({ fromMs: 2_000, toMs: 12_000 });
});

test("those ahead take the places that become free, one after the other", () => {
  const running = [sent(4), sent(8)];
  const ahead = [usual, usual];
  expect(estimateStart({ running, ahead }, now)).toEqual({ fromMs: 12_000, toMs: 32_000 });
});

test.each([
  [0, 0, "in about 5 s"],
  [5_000, 5_000, "in about 5 s"],
  [0, 46_000, "in up to 50 s"],
  [31_000, 46_000, "in about 30–50 s"],
  [40_000, 200_000, "in up to 4 min"],
  [125_000, 200_000, "in about 2–4 min"],
])("from %i to %i ms is told as %s", (fromMs, toMs, told) => {
  expect(t("progress.startsIn", roundStart({ fromMs, toMs }))).toBe(told);
});

test("what takes longer than usual may be done at any moment", () => {
  expect(estimateStart({ running: [sent(60)], ahead: [] }, now)).toEqual({ fromMs: 0, toMs: 0 });
  expect(estimateStart({ running: [sent(15)], ahead: [] }, now)).toEqual({
    fromMs: 0,
    toMs: 5_000,
  });
});
