import { expect, test } from "vitest";
import { ordinal } from "#components/image/history/ordinal.ts";

test("small positions are words, others have their ending", () => {
  expect([1, 2, 5].map(ordinal)).toEqual(["first", "second", "fifth"]);
  expect([6, 11, 21, 22, 23].map(ordinal)).toEqual(["6th", "11th", "21st", "22nd", "23rd"]);
});
