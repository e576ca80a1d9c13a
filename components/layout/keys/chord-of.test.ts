import { expect, test } from "vitest";
import { chordOf, type PressedKey } from "#components/layout/keys/chord-of.ts";

const pressed = (key: string, given: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  getModifierState: () => false,
  ...given,
});

test.each([
  ["k", { ctrlKey: true }, "mod+k", null],
  ["k", { metaKey: true }, null, "mod+k"],
  ["K", { shiftKey: true, ctrlKey: true }, "mod+shift+k", null],
  ["?", { shiftKey: true }, "?", "?"],
  ["/", {}, "/", "/"],
  [" ", {}, "space", "space"],
  ["Backspace", {}, "backspace", "delete"],
  ["Delete", {}, "delete", "delete"],
  ["Enter", { ctrlKey: true, shiftKey: true }, "mod+shift+enter", null],
  // What Option makes of A on a Mac; what Cyrillic, Greek and Hebrew keyboards write.
  ["å", { altKey: true, code: "KeyA" }, "alt+a", "alt+a"],
  ["к", { code: "KeyR" }, "r", "r"],
  ["Λ", { code: "KeyL", shiftKey: true }, "shift+l", "shift+l"],
  ["ק", { code: "KeyE", ctrlKey: true }, "mod+e", null],
  // A French keyboard's own letters stay where they are written.
  ["a", { code: "KeyQ" }, "a", "a"],
  // Windows tells AltGr as Ctrl and Alt.
  ["@", { ctrlKey: true, altKey: true, code: "KeyQ", getModifierState: () => true }, "@", "@"],
  ["Shift", { shiftKey: true }, null, null],
  ["Dead", {}, null, null],
  ["k", { isComposing: true, ctrlKey: true }, null, null],
  ["Enter", { keyCode: 229 }, null, null],
] as const)("%j with %j is %j, and %j on a Mac", (key, given, chord, onMac) => {
  expect(chordOf(pressed(key, given), "other")).toBe(chord);
  expect(chordOf(pressed(key, given), "mac")).toBe(onMac);
});
