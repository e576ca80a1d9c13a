import { expect, test } from "vitest";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";

const listed = { sizes: ["auto", "1024x1024", "1536x1024"], anySize: null };
const ruled = {
  ...listed,
  anySize: { step: 16, ratioMax: 3, sideMax: 3840, pixelsMax: 3840 * 2160 },
};

test.each([
  ["1000x700", "1008x704"],
  ["1024x1024", "1024x1024"],
  ["1920x1080", "1920x1088"],
  ["4000x500", "1488x496"],
  ["4096x4096", "2880x2880"],
  ["64x64", "64x64"],
  ["70x4096", "64x192"],
  ["4096x1536", "3840x1440"],
])("%s becomes %s where any size is taken by a rule", (size, expected) => {
  const fitted = nearestSize(size, ruled);
  expect(fitted).toBe(expected);
  const [width = 0, height = 0] = fitted.split("x").map(Number);
  expect([width % 16, height % 16]).toEqual([0, 0]);
  expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(3);
  expect(Math.max(width, height)).toBeLessThanOrEqual(3840);
  expect(width * height).toBeLessThanOrEqual(3840 * 2160);
});

test("without a rule it is one of the list, and without a list it stays", () => {
  expect(nearestSize("1600x1000", listed)).toBe("1536x1024");
  expect(nearestSize("1601x1001", { sizes: null, anySize: null })).toBe("1601x1001");
});
