import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";

interface Place {
  rows: readonly GalleryRow[];
  /** The place of the focused picture among all of them. */
  index: number;
  count: number;
}

/** The picture that a key moves the focus to, by its place among all; null for a key that moves none. */
export function findTarget(key: string, { rows, index, count }: Place): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, index - 1);
    case "ArrowRight":
      return Math.min(count - 1, index + 1);
    case "ArrowUp":
      return findAcross({ rows, index, step: -1 });
    case "ArrowDown":
      return findAcross({ rows, index, step: 1 });
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** The picture of the next row, or the one before, that lies nearest above or below; the same one at the edge. */
function findAcross({
  rows,
  index,
  step,
}: {
  rows: readonly GalleryRow[];
  index: number;
  step: 1 | -1;
}): number {
  const imageRows = rows.filter((row) => row.type === "images");
  const current = imageRows.findLastIndex((row) => row.startIndex <= index);
  const from = imageRows[current];
  const to = imageRows[current + step];
  if (!from || !to) return index;

  const middle = middlesOf(from)[index - from.startIndex] ?? 0;
  const distances = middlesOf(to).map((other) => Math.abs(other - middle));
  return to.startIndex + distances.indexOf(Math.min(...distances));
}

/** Where the middle of each picture of a row lies, in pixels from the left; the gaps are too small to matter. */
function middlesOf({ widths }: Extract<GalleryRow, { type: "images" }>): number[] {
  let left = 0;
  return widths.map((width) => {
    left += width;
    return left - width / 2;
  });
}
