import { expect, test } from "vitest";
import { readRange } from "#app/api/read-range.ts";

test.each([
  ["bytes=0-0", { from: 0, to: 1 }],
  ["bytes=0-", { from: 0, to: 10 }],
  ["bytes=3-5", { from: 3, to: 6 }],
  ["BYTES=3-5", { from: 3, to: 6 }],
  [" bytes=9-9 ", { from: 9, to: 10 }],
  ["bytes=9-99999999999999999999", { from: 9, to: 10 }],
  ["bytes=-3", { from: 7, to: 10 }],
  ["bytes=-99", { from: 0, to: 10 }],
])("%s of ten bytes is a part", (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test.each(["bytes=10-", "bytes=10-20", "bytes=99999999999999999999-", "bytes=-0"])(
  "%s of ten bytes is not there",
  (header) => {
    expect(readRange(header, 10)).toBe("none");
  },
);

test.each([
  null,
  "",
  "bytes=",
  "bytes=-",
  "bytes=5-3",
  "bytes=0-1,3-4",
  "bytes=a-b",
  "lines=0-1",
  "0-1",
  "bytes=1.5-2",
  "bytes=-1-2",
])("%s is answered whole", (header) => {
  expect(readRange(header, 10)).toBeNull();
});

test("of nothing there is no part", () => {
  expect(readRange("bytes=0-", 0)).toBe("none");
  expect(readRange("bytes=-5", 0)).toBe("none");
});
