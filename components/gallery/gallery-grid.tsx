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
  /** Where the page is to be scrolled to at first, in pixels. */
  scrollTop: number;
  onEndNear: () => void;
  onDelete: (image: ImageView) => void;
}

/** The rows that are in sight, and a few more. Arrow keys move from picture to picture, whether it is drawn yet or not. */
export function GalleryGrid({
  images,
  rows,
  top,
  hasOlder,
  scrollTop,
  onEndNear,
  onDelete,
}: GalleryGridProps) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const isFocusDue = useRef(false);

  const activeIndex = useMemo(() => findPlace(images, activeId), [images, activeId]);
  const active = images[activeIndex];
  const activeRow = rows.findLastIndex(
    (row) => row.type === "images" && row.startIndex <= activeIndex,
  );

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    scrollMargin: top,
    overscan: 4,
    // A reload is scrolled by the browser; it is to stay there.
    initialOffset: () => scrollTop || window.scrollY,
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
  const endIndex = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (hasOlder && endIndex >= rows.length - rowsAhead) onEndNear();
  }, [hasOlder, endIndex, rows.length, onEndNear]);

  useEffect(() => {
    const isLost = activeId !== null && active?.id !== activeId && hasNoFocus();
    if (active === undefined || !(isFocusDue.current || isLost)) return;

    isFocusDue.current = false;
    activeLink.current?.focus({ preventScroll: true });
    activeLink.current?.scrollIntoView({ block: "nearest" });
  }, [active, activeId]);

  useEffect(() => {
    const viewed = takeViewed();
    if (viewed === null) return;
    isFocusDue.current = true;
    setActiveId(viewed);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !active) return;

    const target = findTarget(event.key, { rows, index: activeIndex, count: images.length });
    const next = target === null ? undefined : images[target];
    if (next) {
      isFocusDue.current = true;
      setActiveId(next.id);
    } else if (event.key === "f") toggleFavorite(active);
    else if (event.key === "Delete") onDelete(active);
    else return;
    event.preventDefault();
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
                    onFocus={setActiveId}
                    onDelete={onDelete}
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

/** Where the picture is; one that was deleted has left its place to the next older one. */
function findPlace(images: readonly ImageView[], id: string | null): number {
  if (id === null) return 0;

  const index = images.findIndex((image) => image.id <= id);
  return index >= 0 ? index : images.length - 1;
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
