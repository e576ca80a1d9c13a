"use client";

import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { findTarget } from "#components/gallery/find-target.ts";
import { tileGap } from "#components/gallery/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/gallery-row.ts";
import { GalleryTile } from "#components/gallery/gallery-tile.tsx";
import { toggleFavorite } from "#components/image/change-image.ts";
import { takeViewed } from "#components/image/last-viewed.ts";
import type { ImageView } from "#lib/gallery/image-view.ts";

/** Rows from the end at which the next page is fetched: about a screen. */
const rowsAhead = 8;

interface GalleryGridProps {
  images: readonly ImageView[];
  rows: readonly GalleryRow[];
  /** Where the rows begin, in pixels from the top of the page. */
  top: number;
  hasOlder: boolean;
  onEndNear: () => void;
  onDelete: (image: ImageView) => void;
}

/** The rows that are in sight, and a few more. Arrow keys move from picture to picture, whether it is drawn yet or not. */
export function GalleryGrid({
  images,
  rows,
  top,
  hasOlder,
  onEndNear,
  onDelete,
}: GalleryGridProps) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const isFocusDue = useRef(false);

  const indexOfActive = useMemo(
    () =>
      Math.max(
        0,
        images.findIndex((image) => image.id === activeId),
      ),
    [images, activeId],
  );
  const active = images[indexOfActive];
  const activeRow = rows.findLastIndex(
    (row) => row.type === "images" && row.startIndex <= indexOfActive,
  );

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    scrollMargin: top,
    overscan: 4,
    estimateSize: (index) => (rows[index]?.height ?? 0) + gapBelow(rows[index]),
    // Another function for other rows: that is what makes it lay them out anew.
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    // The focused row stays where it is scrolled out of sight, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(activeRow < 0 ? [] : [activeRow])])].sort(
        (a, b) => a - b,
      ),
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (hasOlder && lastIndex >= rows.length - rowsAhead) onEndNear();
  }, [hasOlder, lastIndex, rows.length, onEndNear]);

  useEffect(() => {
    const viewed = takeViewed();
    if (viewed === null) return;
    isFocusDue.current = true;
    setActiveId(viewed);
  }, []);

  useEffect(() => {
    if (!isFocusDue.current || active === undefined) return;
    isFocusDue.current = false;
    activeLink.current?.focus({ preventScroll: true });
    activeLink.current?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !active) return;

    const target = findTarget(event.key, { rows, index: indexOfActive, count: images.length });
    const next = target === null ? undefined : images[target];
    if (next) {
      isFocusDue.current = true;
      setActiveId(next.id);
    } else if (event.key === "f") toggleFavorite(active);
    else if (event.key === "Delete") removeActive(active);
    else return;
    event.preventDefault();
  }

  function removeActive(image: ImageView) {
    const neighbour = images[indexOfActive + 1] ?? images[indexOfActive - 1];
    isFocusDue.current = true;
    if (!image.isFavorite && neighbour) setActiveId(neighbour.id);
    onDelete(image);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn a row at a time.
    <div
      role="grid"
      aria-label="Pictures"
      aria-rowcount={hasOlder ? -1 : rows.length}
      tabIndex={-1}
      className="relative outline-none"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ key, index, start }) => {
        const row = rows[index];
        return (
          row && (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: see the grid.
            <div
              key={key}
              role="row"
              aria-rowindex={index + 1}
              className="absolute start-0 top-0 flex w-full"
              style={{
                gap: tileGap,
                height: row.height,
                transform: `translateY(${start - top}px)`,
              }}
            >
              {row.type === "day" ? (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: see the grid.
                <div role="rowheader" className="flex items-center">
                  <h2 className="font-semibold text-sm">{row.label}</h2>
                </div>
              ) : (
                row.images.map((image) => (
                  <GalleryTile
                    key={image.id}
                    image={image}
                    height={row.height}
                    isActive={image.id === active?.id}
                    linkRef={image.id === active?.id ? activeLink : undefined}
                    onFocus={() => setActiveId(image.id)}
                    onDelete={() => onDelete(image)}
                  />
                ))
              )}
            </div>
          )
        );
      })}
    </div>
  );
}

function gapBelow(row: GalleryRow | undefined): number {
  return row?.type === "images" ? tileGap : 0;
}
