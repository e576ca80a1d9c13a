import { expect, test } from "vitest";
import { foldText } from "#components/viewer/inspector/fold-text.ts";

test("a text of a few lines stands whole", () => {
  expect(foldText("a fox")).toBeNull();
  expect(foldText("a fox ".repeat(60))).toBeNull();
  expect(foldText("a\n".repeat(7))).toBeNull();
});

test("of a long one its start is told, and that there is more", () => {
  expect(foldText("a fox ".repeat(100))).toMatch(/^(a fox ){39}a fox…$/);
  expect(foldText("a fox\n\n".repeat(9))).toBe("a fox\n\na fox\n\na fox…");
});
