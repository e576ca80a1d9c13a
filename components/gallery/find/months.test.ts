import { expect, test } from "vitest";
import { beforeMonthAfter, yearsOf } from "#components/gallery/find/months.ts";

test("months stand under their years, the last first", () => {
  const months = ["2026-02", "2026-01", "2024-12"].map((month) => ({
    month,
    count: 1,
    isCapped: false,
  }));
  expect(yearsOf(months).map(({ year, months: of }) => [year, of.length])).toEqual([
    ["2026", 2],
    ["2024", 1],
  ]);
});

test("a month begins the list at its last day, in place of another time, beside everything else", () => {
  const draft = { chips: ["before:2020", "is:favourite", "after:2019"], text: "fox" };
  expect(beforeMonthAfter(draft, "2024-12")).toEqual({
    chips: ["is:favourite", "before:2025-01"],
    text: "fox",
  });
  expect(beforeMonthAfter({ chips: [], text: "" }, "2026-02").chips).toEqual(["before:2026-03"]);
});
