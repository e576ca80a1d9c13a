import { expect, test } from "vitest";
import { lineOf, splitLastWord, toDraft, withText } from "#components/gallery/find/search-draft.ts";

const none = { chips: [], text: "" };

test("a line is its facets and its words, and the same line again", () => {
  const draft = toDraft('fox model:"my own" "red barn" -shape:square -snow');
  expect(draft).toEqual({
    chips: ['model:"my own"', "-shape:square"],
    text: 'fox "red barn" -snow',
  });
  expect(lineOf(draft)).toBe('model:"my own" -shape:square fox "red barn" -snow');
  expect(lineOf(none)).toBe("");
});

test("a facet becomes a chip with the space behind it, once, and a word stays a word", () => {
  expect(withText(none, "fox shape:square")).toEqual({ chips: [], text: "fox shape:square" });
  const chipped = withText(none, "fox shape:square ");
  expect(chipped).toEqual({ chips: ["shape:square"], text: "fox " });
  expect(withText(chipped, "fox shape:square ")).toEqual(chipped);
  expect(withText(none, "fox ")).toEqual({ chips: [], text: "fox " });
  expect(withText(none, "shape:round ")).toEqual({ chips: [], text: "shape:round " });
});

test("the last word is what is still written", () => {
  expect(splitLastWord("red fo")).toEqual({ before: "red ", word: "fo" });
  expect(splitLastWord("red ")).toEqual({ before: "red ", word: "" });
});
