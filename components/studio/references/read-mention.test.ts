import { expect, test } from "vitest";
import type { Reference } from "#components/studio/draft/reference.ts";
import { findMentioned, readMention } from "#components/studio/references/read-mention.ts";

test.each([
  ["@|", { start: 0, query: "" }],
  ["the coat of @fo|", { start: 12, query: "fo" }],
  ["(@2|) in the rain", { start: 1, query: "2" }],
  ["a fox,\n@狐|", { start: 7, query: "狐" }],
  ["me@example.com|", null],
  ["@fox in the |", null],
  ["@@|", { start: 1, query: "" }],
  ["a fox|", null],
  [`@${"x".repeat(60)}|`, null],
])("what is being mentioned in %s", (written, mention) => {
  const caret = written.indexOf("|");
  expect(readMention(written.replace("|", ""), caret)).toEqual(mention);
});

test("a reference is meant by its place or by a part of its name", () => {
  const input = { role: "reference", blobHash: "a".repeat(64) } as const;
  const references = ["Red fox.png", "owl 1.png", "barn"].map(
    (name): Reference => ({ key: name, name, state: "ready", input }),
  );
  const meant = (query: string) => findMentioned(references, query).map(({ place }) => place);
  expect(meant("")).toEqual([1, 2, 3]);
  expect(meant("FOX")).toEqual([1]);
  expect(meant("1")).toEqual([1, 2]);
  expect(meant("heron")).toEqual([]);
});
