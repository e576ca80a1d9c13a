import { expect, test } from "vitest";
import { pickLocale } from "#components/image/pick-locale.ts";

test.each([
  [["de-AT", "en-GB", "en-US"], "en-GB"],
  [["EN-us"], "EN-us"],
  [["de"], "en"],
  [[], "en"],
  [["en-US@posix"], "en"],
  [["en-US@posix", "en-GB"], "en-GB"],
  [["C", "POSIX", "en_US", "", "*"], "en"],
])("of %j the dates are written as in %s, and Intl takes it", (tags, locale) => {
  expect(pickLocale("en", tags)).toBe(locale);
  expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
});
