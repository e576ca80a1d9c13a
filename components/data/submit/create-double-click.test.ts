import { expect, test } from "vitest";
import { createDoubleClick } from "#components/data/submit/create-double-click.ts";

/** Which of presses of one prompt, at these milliseconds, were not meant. */
function swallowed(times: readonly number[]): boolean[] {
  const isDoubleClick = createDoubleClick();
  return times.map((at) => isDoubleClick("fox", at));
}

test("the second click of a double click is not meant", () => {
  expect(swallowed([1_000, 1_120])).toEqual([false, true]);
});

test("three presses that were meant are three, and so are five", () => {
  expect(swallowed([0, 350, 700, 1_050, 1_400])).toEqual(Array(5).fill(false));
});

test("whoever hammers a button means one press", () => {
  expect(swallowed([0, 150, 300, 450, 600])).toEqual([false, true, true, true, true]);
});

test("after a double click the next press counts again", () => {
  expect(swallowed([0, 100, 450])).toEqual([false, true, false]);
});

test("another prompt is another press, however soon", () => {
  const isDoubleClick = createDoubleClick();
  expect([isDoubleClick("fox", 0), isDoubleClick("owl", 10), isDoubleClick("fox", 20)]).toEqual([
    false,
    false,
    false,
  ]);
});
