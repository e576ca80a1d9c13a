import { describe, expect, test } from "vitest";
import { parseFindQuery, withoutPart, writeFacet } from "#lib/contract/library/find-query.ts";

const termsOf = (line: string) =>
  parseFindQuery(line).terms.map(({ from: _from, to: _to, isNegated, ...term }) => ({
    ...term,
    ...(isNegated && { isNegated }),
  }));

const words = (each: string, isPhrase = false) => ({ kind: "words", words: each, isPhrase });

describe("a search", () => {
  test("is words, phrases, and either of them without", () => {
    expect(termsOf('fox "red barn" -snow -"oil on canvas"')).toEqual([
      words("fox"),
      words("red barn", true),
      { ...words("snow"), isNegated: true },
      { ...words("oil on canvas", true), isNegated: true },
    ]);
  });

  test("takes a phrase that is still typed, and a phone's quotes", () => {
    expect(termsOf('"red ba')).toEqual([words("red ba", true)]);
    expect(termsOf("“red barn” fox")).toEqual([words("red barn", true), words("fox")]);
  });

  test("has facets, their values in quotes where they have spaces", () => {
    expect(termsOf('model:openai/gpt-image-1 Gateway:"My own" -shape:Square size:64×32')).toEqual([
      { kind: "value", facet: "model", value: "openai/gpt-image-1" },
      { kind: "value", facet: "gateway", value: "My own" },
      { kind: "value", facet: "shape", value: "square", isNegated: true },
      { kind: "value", facet: "size", value: "64x32" },
    ]);
    expect(termsOf("seed:42 verb:edit is:favorite is:hidden")).toEqual([
      { kind: "value", facet: "seed", value: "42" },
      { kind: "value", facet: "verb", value: "edit" },
      { kind: "is", facet: "is", value: "favourite" },
      { kind: "is", facet: "is", value: "hidden" },
    ]);
  });

  test("takes a year, a month and a day for the first of their days", () => {
    expect(termsOf("after:2025 before:2026-3 before:2024-02-29")).toMatchObject([
      { kind: "time", facet: "after", day: "2025-01-01" },
      { kind: "time", facet: "before", day: "2026-03-01" },
      { kind: "time", facet: "before", day: "2024-02-29" },
    ]);
  });

  test("takes a facet that there is none of for words, and waits for the value of one that is still typed", () => {
    expect(termsOf("16:9 mood:calm model: is:")).toEqual([words("16:9"), words("mood:calm")]);
  });

  test("knows an id, of a picture or a generation, and a file's hash", () => {
    const id = "019801A0-0000-7000-8000-00000000000b";
    expect(termsOf(`${id} ${"A".repeat(64)}`)).toEqual([
      { kind: "id", value: id.toLowerCase() },
      { kind: "hash", value: "a".repeat(64) },
    ]);
  });

  test.each([
    "before:yesterday",
    "after:2026-02-30",
    "after:2026-13",
    "before:1969",
    "shape:round",
    "size:big",
    "seed:lucky",
    "verb:paint",
    "is:failed",
    'model:""',
  ])("tells that %s cannot be, and where it stands", (written) => {
    const { terms, problems } = parseFindQuery(`fox ${written}`);
    expect(terms).toHaveLength(1);
    expect(problems).toEqual([
      {
        facet: written.slice(0, written.indexOf(":")),
        value: written.slice(written.indexOf(":") + 1).replaceAll('"', ""),
        from: 4,
        to: 4 + written.length,
      },
    ]);
  });

  test.each(["", " ", '"', "-", "--", ":", "::", '""', "model", "-model:"])(
    "of %j is read without an error",
    (line) => {
      expect(parseFindQuery(line).problems).toEqual([]);
    },
  );

  test("loses one of its parts, and what is written of a facet reads as it was", () => {
    const line = `fox ${writeFacet("gateway", 'My "own"')} snow`;
    const [, gateway = { from: 0, to: 0 }] = parseFindQuery(line).terms;
    expect(termsOf(line)[1]).toMatchObject({ facet: "gateway", value: "My  own" });
    expect(withoutPart(line, gateway)).toBe("fox snow");
  });
});
