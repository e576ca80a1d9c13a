"use client";

import { useLayoutEffect, useRef } from "react";
import { type GalleryRow, roomOf } from "#components/gallery/rows/gallery-row.ts";

/**
 * Keeps the row in the middle of the window there when the pictures get another size, or the window another width. `layout` says
 * which: other rows of the same layout are other pictures, and move nothing. `top`: where the rows begin on the page, in pixels.
 */
export function useSamePlace(
  rows: readonly GalleryRow[] | null,
  { layout, top }: { layout: string; top: number },
): void {
  const before = useRef({ rows, layout });
  // Read before the rows become others: a page that has become shorter is scrolled no further than to its end.
  const scrolled = typeof window === "undefined" ? 0 : window.scrollY;

  useLayoutEffect(() => {
    const old = before.current;
    before.current = { rows, layout };
    // At the top one stays there.
    if (!old.rows || !rows || old.layout === layout || scrolled <= 0) return;

    const middle = window.innerHeight / 2 - top;
    const place = rowAt(old.rows, scrolled + middle);
    const now = place && findRow(rows, firstIdOf(old.rows, place.index));
    if (now) window.scrollTo({ top: now.start + place.part * now.height - middle });
  }, [rows, layout, top, scrolled]);
}

/** The row at so many pixels of all, and which part of it is above. */
function rowAt(rows: readonly GalleryRow[], pixels: number) {
  let start = 0;
  for (const [index, row] of rows.entries()) {
    const room = roomOf(row);
    if (pixels < start + room) return { index, part: (pixels - start) / room };
    start += room;
  }
  return null;
}

/** The first picture of a row; for the name of a day, that of the next. */
function firstIdOf(rows: readonly GalleryRow[], index: number): string | undefined {
  const row = rows.slice(index, index + 2).find(({ type }) => type === "images");
  return row?.type === "images" ? row.images[0]?.id : undefined;
}

function findRow(rows: readonly GalleryRow[], id: string | undefined) {
  let start = 0;
  for (const row of rows) {
    if (row.type === "images" && row.images.some((image) => image.id === id)) {
      return { start, height: roomOf(row) };
    }
    start += roomOf(row);
  }
  return null;
}
