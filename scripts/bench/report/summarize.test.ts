import { expect, test } from "vitest";
import { summarize } from "./summarize.ts";

test("a percentile is the smallest value that so many do not exceed", () => {
  const values = Array.from({ length: 21 }, (_, index) => 21 - index);
  expect(summarize(values)).toEqual({ count: 21, p50: 11, p95: 20, min: 1, max: 21 });
});

test("of one value every percentile is that value", () => {
  expect(summarize([7])).toEqual({ count: 1, p50: 7, p95: 7, min: 7, max: 7 });
});

test("nothing measured is no zero", () => {
  expect(summarize([])).toMatchObject({ count: 0, p50: NaN, max: NaN });
});
