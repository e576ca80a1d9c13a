import { expect, test } from "vitest";
import { usualKeys } from "#components/layout/keys/shortcut-table.ts";
import {
  findConflict,
  isFirstOfTwo,
  isReserved,
} from "#components/settings/keyboard/judge-keys.ts";

test("no two shortcuts that may be meant together have the same keys at first", () => {
  for (const [id, keys] of Object.entries(usualKeys)) {
    const own = Object.keys(usualKeys).find((one): one is keyof typeof usualKeys => one === id);
    expect(own && findConflict(own, keys, usualKeys)).toBe(null);
    expect(isReserved(keys)).toBe(false);
    expect(isFirstOfTwo(keys, usualKeys)).toBe(false);
  }
});

test("what has the keys already is named, whatever screen it is of, but for those of a field", () => {
  expect(findConflict("runAgain", "q", usualKeys)).toBe("queue");
  expect(findConflict("studio", "g g", usualKeys)).toBe("gallery");
  expect(findConflict("star", "alt+h", usualKeys)).toBe("hide");
  expect(findConflict("focusPrompt", "alt+h", usualKeys)).toBe(null);
  expect(findConflict("runAgain", "", { ...usualKeys, vary: "" })).toBe(null);
});

test("a browser's own keys, and those that move and close, are not given away", () => {
  expect(
    ["mod+w", "mod+shift+t", "escape", "arrowleft", "mod+tab"].filter(isReserved),
  ).toHaveLength(5);
  expect(["x", "mod+j", "alt+r", "delete", "shift+r", "/"].filter(isReserved)).toEqual([]);
});
