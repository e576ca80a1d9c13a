import { expect, test } from "vitest";
import { fitNumber } from "#components/ui/number/fit-number.ts";

test.each([
  ["5", { min: 1, max: 10 }, "5"],
  ["15", { min: 1, max: 10 }, "10"],
  ["0", { min: 1, max: 10 }, "1"],
  ["1.6", { min: 1, max: 10 }, "2"],
  ["1,5", { min: 1, max: 10, step: 0.5 }, "1.5"],
  ["", { min: 1, max: 10 }, ""],
  ["a few", { min: 1, max: 10 }, ""],
])("%j within %j becomes %j", (typed, range, fitted) => {
  expect(fitNumber(typed, range)).toBe(fitted);
});
