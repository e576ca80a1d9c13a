import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact, redactBytes } from "#lib/meshapi/secret/redact.ts";

const key = "sk-a+b/c=d&e";
const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, "0");
const each = (spell: (character: string) => string) => [...key].map(spell).join("");

describe("a key is in no text, however it is spelt", () => {
  test.each([
    ["as it is", key],
    ["by PHP", key.replaceAll("/", "\\/")],
    ["by .NET", key.replace("+", "\\u002B").replace("&", "\\u0026")],
    ["in JSON within JSON", key.replaceAll("/", "\\\\\\/").replace("+", "\\\\u002b")],
    ["as an address", encodeURIComponent(key)],
    ["as an address within another", encodeURIComponent(encodeURIComponent(key))],
    ["in small letters", encodeURIComponent(key).toLowerCase()],
    ["on a page", key.replace("&", "&amp;").replace("/", "&#x2F;").replace("+", "&#43;")],
    [
      "on a page, by names",
      key.replace("&", "&amp;").replace("/", "&sol;").replace("=", "&equals;"),
    ],
    ["all of it in JSON", each((character) => `\\u00${hex(character)}`)],
    ["all of it percent-encoded", each((character) => `%${hex(character)}`)],
    ["all of it in entities", each((character) => `&#x${hex(character)};`)],
  ])("%s", (_, spelt) => {
    expect(redact(`{"a":"x\\n${spelt}\\"y","b":"${spelt}"}`, [key])).toBe(
      '{"a":"x\\n[key]\\"y","b":"[key]"}',
    );
  });
});

test("what is spelt in the secret itself is found as it is, and as it is meant", () => {
  expect(redact("?key=zz%2Fyy&x zz/yy", ["zz%2Fyy"])).toBe("?key=[key]&x [key]");
});

test("a secret within another, and one that overlaps it, are one", () => {
  expect(redact("Bearer abcdef-ghi!", ["Bearer abcdef", "abcdef", "def-ghi"])).toBe("[key]!");
});

test.each([4, 5, 9, key.length - 1])(
  "nor are its first %i characters, where the text breaks off",
  (length) => {
    const half = key.slice(0, length).replaceAll("/", "\\/");

    expect(redact(`key: ${half}`, [key], { isCut: true })).toBe("key: ");
    expect(redact(`key: ${half}`, [key])).toBe(`key: ${half}`);
  },
);

test("nothing else is changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."sk-a\\u00%2&#;xé") }), (text) => {
      expect(redact(text, [key])).toBe(text);
    }),
  );
  const bytes = Buffer.from([0, 255, 37, 92, 128, 38]);
  expect(Buffer.from(redactBytes(bytes, [key]))).toEqual(bytes);
});

test("a long text with many of them, and many escapes, is soon read", () => {
  const many = 300_000;
  const text = `${key}\\u0041`.repeat(many);
  expect(redact(text, [key])).toBe("[key]\\u0041".repeat(many));
});
