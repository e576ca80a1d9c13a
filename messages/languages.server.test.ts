import { expect, test } from "vitest";
import { chooseLanguage, readMessages } from "#messages/languages.server.ts";

test("messages are compiled to data", () => {
  expect(readMessages("en")["composer"]?.["use"]).toEqual(["Use ", ["value"]]);
  expect(readMessages("en")).toBe(readMessages("en"));
});

test("branches are plain objects, which React hands to the browser", () => {
  const messages = readMessages("en");
  expect(messages).toStrictEqual(JSON.parse(JSON.stringify(messages)));
});

test.each([
  [null, "en"],
  ["en-GB,en;q=0.9", "en"],
  ["tlh, *;q=0.5", "en"],
  ["__proto__", "en"],
])("a browser that asks for %j is given %s", (asked, language) => {
  expect(chooseLanguage(asked)).toBe(language);
});
