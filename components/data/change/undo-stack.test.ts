import { expect, test } from "vitest";
import { pushUndo, undoLast } from "#components/data/change/undo-stack.ts";

test("each change is taken back once: the last first, or by what it was given", () => {
  const undone: number[] = [];
  const [, second] = [1, 2, 3].map((id) => pushUndo(() => void undone.push(id)));

  expect(undoLast()).toBe(true);
  second?.();
  second?.();
  expect(undoLast()).toBe(true);
  expect(undoLast()).toBe(false);
  expect(undone).toEqual([3, 2, 1]);
});
