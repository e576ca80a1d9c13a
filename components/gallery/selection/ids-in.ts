import { tileGap } from "#components/gallery/rows/gallery-geometry.ts";
import { type GalleryRow, roomOf } from "#components/gallery/rows/gallery-row.ts";

/** Pixels of the grid. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The pictures that a box touches, by where the rows lie. */
export function idsIn(rows: readonly GalleryRow[], { left, top, width, height }: Box): string[] {
  let start = 0;
  const ids: string[] = [];
  for (const row of rows) {
    const isTouched = start < top + height && start + row.height > top;
    if (row.type === "images" && isTouched) {
      let from = 0;
      row.images.forEach((image, at) => {
        const to = from + (row.widths[at] ?? 0);
        if (from < left + width && to > left) ids.push(image.id);
        from = to + tileGap;
      });
    }
    start += roomOf(row);
  }
  return ids;
}
