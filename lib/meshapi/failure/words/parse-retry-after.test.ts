import { expect, test } from "vitest";
import { parseRetryAfter } from "#lib/meshapi/failure/words/parse-retry-after.ts";

const date = "Wed, 21 Oct 2026 07:28:00 GMT";
const now = Date.parse("2026-10-21T09:00:00Z");

test.each([
  ["2", 2],
  [" 0 ", 0],
  ["1.5", 1.5],
  ["99999999999", 99_999_999_999],
  ["Wed, 21 Oct 2026 07:28:30 GMT", 30],
  ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
  ["Wednesday, 21-Oct-26 07:28:30 GMT", 30],
  ["Wed Oct 21 07:28:30 2026", 30],
  ["2026-10-21T07:28:30Z", 30],
  ["2026-10-21T09:28:30+02:00", 30],
  ["1m30s", 90],
  ["-5", null],
  ["maintenance until 12", null],
  ["after 5", null],
  ["HTTP 503", null],
  ["May 5", null],
  ["Monday", null],
  ["2026-10-21", null],
  ["Wed, 99 Oct 2026 07:28:30 GMT", null],
  ["soon", null],
  ["", null],
  [null, null],
])("%j, counted from the answer's own date, is %j seconds", (value, seconds) => {
  expect(parseRetryAfter(value, { date, now })).toBe(seconds);
});

test("without a date in the answer, it is counted from now", () => {
  expect(parseRetryAfter("Wed, 21 Oct 2026 09:01:00 GMT", { date: null, now })).toBe(60);
});
