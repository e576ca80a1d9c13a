import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "#lib/platform/text/cut-text.ts";

test("a text that is short enough is left as it is", () => {
  expect(cutText(" a fox ", { charactersMax: 7 })).toBe(" a fox ");
  expect(cutText("नमस्ते", { charactersMax: 6 })).toBe("नमस्ते");
});

test.each([
  ["a letter of two halves", `x${"𝐛".repeat(30)}`, 4, "x𝐛𝐛𝐛…"],
  ["a rare Han character", `a${"𠮷".repeat(30)}`, 3, "a𠮷𠮷…"],
  ["a family of emoji", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦…"],
  ["a flag", "🇳🇵🇧🇹🇱🇰", 2, "🇳🇵🇧🇹…"],
  ["a skin tone", "👍🏽👍🏽👍🏽", 1, "👍🏽…"],
  ["Hindi with its marks", "नि नि नि", 3, "नि नि…"],
  ["Thai with its marks", "กำกำกำ", 2, "กำกำ…"],
  ["Arabic with its marks", "مَمَمَ", 2, "مَمَ…"],
  ["a letter and a combining accent", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301…"],
  ["Hangul of separate letters", "각각", 1, "각…"],
])("it is never cut within a character: %s", (_name, text, charactersMax, cut) => {
  expect(cutText(text, { charactersMax })).toBe(cut);
});

test("a bound in bytes holds, and no character is cut by it", () => {
  expect(cutText("🦊🦊🦊", { charactersMax: 10, bytesMax: 9, ending: "" })).toBe("🦊🦊");
  expect(cutText("a".repeat(20), { charactersMax: 30, bytesMax: 9, ending: "" })).toBe("aaaaaaaaa");
});

test("one character with a tower of marks does not get past the bound", () => {
  const tower = `a${"\u0301".repeat(10_000)}`;
  expect(cutText(`xy${tower}`, { charactersMax: 10 })).toBe("xy…");
  expect(cutText(tower, { charactersMax: 10 })).toBe("…");
});

test("whatever is cut is the text's own start, within its bounds, and as well formed", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  const bounds = fc.record({
    charactersMax: fc.integer({ min: 0, max: 50 }),
    bytesMax: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(text, bounds, (whole, { charactersMax, bytesMax }) => {
      const cut = cutText(whole, { charactersMax, bytesMax, ending: "" });
      expect(whole.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytesMax);
    }),
  );
});
