import { expect, test } from "vitest";
import { imageOf } from "#components/data/records/test-records.ts";
import { findTarget } from "#components/gallery/grid/find-target.ts";
import { growthMax, tileGap } from "#components/gallery/rows/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import type { Day } from "#components/gallery/rows/group-by-day.ts";
import { layOutGallery } from "#components/gallery/rows/lay-out-gallery.ts";
import { shapeOfSize } from "#components/gallery/size/gallery-size.ts";

const wide = { width: 1_000, isNarrow: false, size: 3 as const };
const tileHeight = shapeOfSize[3].height;

function dayOf(sizes: [number, number][]): Day {
  const images = sizes.map(([width, height], at) => imageOf({ id: `${at}`, width, height }));
  return { date: "2026-11-22", label: "Today", images };
}

function imageRowsOf(rows: GalleryRow[]) {
  return rows.filter((row) => row.type === "images");
}

function widthOf({ widths }: ReturnType<typeof imageRowsOf>[number]): number {
  return widths.reduce((sum, width) => sum + width, 0) + tileGap * (widths.length - 1);
}

test("every full row is filled from edge to edge, at least as high as a tile is to be", () => {
  const sizes = Array.from({ length: 40 }, (_, at): [number, number] =>
    at % 3 === 0 ? [1536, 1024] : at % 3 === 1 ? [1024, 1024] : [768, 1152],
  );
  const rows = imageRowsOf(layOutGallery([dayOf(sizes)], wide));

  for (const row of rows.slice(0, -1)) {
    expect(widthOf(row)).toBeCloseTo(wide.width);
    expect(row.height).toBeGreaterThanOrEqual(tileHeight);
  }
  expect(rows.flatMap((row) => row.images)).toHaveLength(40);
});

test("a last row is not blown up to fill its line", () => {
  const [row] = imageRowsOf(layOutGallery([dayOf([[1024, 1024]])], wide));
  expect(row?.height).toBe(tileHeight);
});

test("a panorama takes no screen, is no strip, and leaves no sliver to the one beside it", () => {
  const panorama = dayOf([[8_000, 1_000]]);
  const [alone] = imageRowsOf(layOutGallery([panorama], { ...wide, size: 4 }));
  expect(alone && widthOf(alone)).toBeCloseTo(wide.width);
  expect(alone?.height).toBeCloseTo(wide.width / 4);

  const beside = dayOf([
    [8_000, 1_000],
    [500, 500],
  ]);
  const [row] = imageRowsOf(layOutGallery([beside], { width: 358, isNarrow: true, size: 3 }));
  expect(row?.height).toBeGreaterThan(110);
});

test("a row of one is not blown up where the next does not fit beside it", () => {
  const rows = layOutGallery(
    [
      dayOf([
        [1_000, 1_000],
        [4_000, 1_000],
      ]),
    ],
    { ...wide, size: 3 },
  );
  expect(imageRowsOf(rows)[0]?.height).toBe(tileHeight * growthMax);
});

test.each([1, 2, 3, 4] as const)(
  "size %i has its rows, and on a phone its pictures a row",
  (size) => {
    const day = dayOf(Array.from({ length: 12 }, (): [number, number] => [1_024, 1_024]));
    const [row] = imageRowsOf(layOutGallery([day], { ...wide, size }));
    expect(row?.height).toBeGreaterThanOrEqual(shapeOfSize[size].height);
    const [narrow] = imageRowsOf(layOutGallery([day], { width: 358, isNarrow: true, size }));
    expect(narrow?.images).toHaveLength(shapeOfSize[size].columns);
  },
);

test("a phone has two pictures a row", () => {
  const day = dayOf([
    [1024, 1024],
    [1536, 1024],
    [1024, 1024],
  ]);
  const rows = imageRowsOf(layOutGallery([day], { width: 358, isNarrow: true, size: 3 }));

  expect(rows.map((row) => row.images.length)).toEqual([2, 1]);
  expect(rows[0] && widthOf(rows[0])).toBeCloseTo(358);
  expect(rows[1]?.height).toBe((358 - tileGap) / 2);
});

test("each day begins with its heading and a row of its own", () => {
  const days = [dayOf([[1024, 1024]]), { ...dayOf([[1024, 1024]]), date: "2026-11-21" }];
  const rows = layOutGallery(days, wide);

  expect(rows.map((row) => row.type)).toEqual(["day", "images", "day", "images"]);
  expect(imageRowsOf(rows).map((row) => row.startIndex)).toEqual([0, 1]);
});

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 8, 8],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 5],
  ["ArrowUp", 5, 1],
  ["ArrowUp", 2, 2],
  ["ArrowDown", 8, 8],
  ["Home", 5, 0],
  ["End", 5, 8],
  ["a", 5, null],
])("%s on picture %i leads to %s", (key, index, target) => {
  // Rows of four squares, and a last one of one.
  const squares = Array.from({ length: 9 }, (): [number, number] => [1024, 1024]);
  const rows = layOutGallery([dayOf(squares)], wide);
  expect(findTarget(key, { rows, index, count: 9 })).toBe(target);
});
