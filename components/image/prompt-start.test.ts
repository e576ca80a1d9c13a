import { expect, test } from "vitest";
import { promptStart } from "#components/image/prompt-start.ts";

test("a short prompt is whole, on one line", () => {
  expect(promptStart(" a fox\n  asleep ")).toBe("a fox asleep");
});

test("a long prompt ends with an ellipsis", () => {
  expect(promptStart("a fox ".repeat(5_000), 10)).toBe("a fox a fo…");
});

test("no character is cut in half", () => {
  expect(promptStart("🦊".repeat(20), 3)).toBe("🦊🦊🦊…");
});

test("a title is not cut within a character that is joined of several", () => {
  expect(promptStart("👨‍👩‍👧‍👦".repeat(5), 2)).toBe("👨‍👩‍👧‍👦👨‍👩‍👧‍👦…");
  expect(promptStart("नि ".repeat(50), 3)).toBe("नि नि…");
});
