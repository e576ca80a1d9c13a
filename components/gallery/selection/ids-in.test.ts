import { expect, test } from "vitest";
import { imageOf } from "#components/data/records/test-records.ts";
import { dayHeight, tileGap } from "#components/gallery/rows/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import { idsIn } from "#components/gallery/selection/ids-in.ts";

/** Under a day two rows of three squares of 100 pixels. */
const rows: GalleryRow[] = [
  { type: "day", key: "today", label: "Today", height: dayHeight },
  ...["abc", "def"].map(
    (ids, at): GalleryRow => ({
      type: "images",
      key: ids,
      images: [...ids].map((id) => imageOf({ id })),
      widths: [100, 100, 100],
      startIndex: at * 3,
      height: 100,
    }),
  ),
];

const box = (left: number, top: number, right: number, bottom: number) =>
  idsIn(rows, { left, top, width: right - left, height: bottom - top }).join("");

test("a box chooses what it touches, and nothing beside it", () => {
  expect(box(10, dayHeight + 10, 20, dayHeight + 20)).toBe("a");
  expect(box(90, dayHeight + 10, 120, dayHeight + 20)).toBe("ab");
  expect(box(10, dayHeight + 90, 20, dayHeight + 100 + tileGap + 5)).toBe("ad");
  expect(box(0, 0, 400, 400)).toBe("abcdef");
});

test("a box in a gap, or over the name of a day, chooses nothing", () => {
  expect(box(102, dayHeight, 104, dayHeight + 50)).toBe("");
  expect(box(0, 0, 300, dayHeight - 5)).toBe("");
  expect(box(0, dayHeight + 102, 300, dayHeight + 104)).toBe("");
});
