"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect } from "react";
import { type GalleryRow, roomOf } from "#components/gallery/rows/gallery-row.ts";

/** Rows from the end at which the next page is fetched: about a screen. */
const rowsAhead = 8;

interface RowsInSightOptions {
  rows: readonly GalleryRow[];
  /** The row that has the focus, drawn whether it is in sight or not; −1 for none. */
  activeRow: number;
  /** Where the rows begin, in pixels from the top of the page. */
  top: number;
  /** Where the page is to be scrolled to at first, in pixels. */
  scrollTop: number;
  hasOlder: boolean;
  onEndNear: () => void;
}

/** The rows to draw, each with its place in pixels from the top of the page, and the height of all of them. */
export function useRowsInSight(options: RowsInSightOptions) {
  const { rows, activeRow, top, scrollTop, hasOlder, onEndNear } = options;
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    scrollMargin: top,
    overscan: 4,
    // A reload is scrolled by the browser; it is to stay there.
    initialOffset: () => scrollTop || window.scrollY,
    estimateSize: (index) => (rows[index] ? roomOf(rows[index]) : 0),
    // Another function for other rows: that is what makes it lay them out anew.
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    // The focused row stays where it is scrolled out of sight, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(activeRow < 0 ? [] : [activeRow])])].sort(
        (a, b) => a - b,
      ),
  });
  const items = virtualizer.getVirtualItems();
  const endIndex = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (hasOlder && endIndex >= rows.length - rowsAhead) onEndNear();
  }, [hasOlder, endIndex, rows.length, onEndNear]);

  return { items, height: virtualizer.getTotalSize() };
}
