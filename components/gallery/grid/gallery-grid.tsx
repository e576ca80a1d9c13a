"use client";

import type { KeyboardEvent } from "react";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { findTarget } from "#components/gallery/grid/find-target.ts";
import { GalleryGridRow } from "#components/gallery/grid/gallery-grid-row.tsx";
import type { GalleryRow } from "#components/gallery/grid/gallery-row.ts";
import { useActiveImage } from "#components/gallery/grid/use-active-image.ts";
import { usePictureKeys } from "#components/gallery/grid/use-picture-keys.ts";
import { useRowsInSight } from "#components/gallery/grid/use-rows-in-sight.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface GalleryGridProps {
  images: readonly ImageTile[];
  rows: readonly GalleryRow[];
  /** Where the rows begin, in pixels from the top of the page. */
  top: number;
  hasOlder: boolean;
  /** Where the page is to be scrolled to at first, in pixels. */
  scrollTop: number;
  onEndNear: () => void;
  onDelete: (image: ImageTile) => void;
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
  const t = useWords();
  const store = useRecordStore();
  const { active, activeIndex, activeLink, setActiveId, moveTo, focusEvents } =
    useActiveImage(images);
  const activeRow = rows.findLastIndex(
    (row) => row.type === "images" && row.startIndex <= activeIndex,
  );

  const { items, height } = useRowsInSight({
    rows,
    activeRow,
    top,
    scrollTop,
    hasOlder,
    onEndNear,
  });

  const runKeys = usePictureKeys(onDelete);

  function onKeyDown(event: KeyboardEvent) {
    const image = active && store.image(active.id);
    const isOther = event.ctrlKey || event.metaKey || event.altKey;
    if (!image || runKeys(event, image) || isOther) return;

    const target = findTarget(event.key, { rows, index: activeIndex, count: images.length });
    const next = target === null ? undefined : images[target];
    if (!next) return;
    event.preventDefault();
    moveTo(next.id);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn a row at a time.
    <div
      role="grid"
      aria-label={t("gallery.pictures")}
      aria-rowcount={hasOlder ? -1 : rows.length}
      tabIndex={-1}
      className="relative outline-none"
      style={{ height: height }}
      onKeyDown={onKeyDown}
      {...focusEvents}
    >
      {items.map(({ key, index, start }) => {
        const row = rows[index];
        return (
          row && (
            <GalleryGridRow
              key={key}
              row={row}
              index={index}
              offset={start - top}
              activeId={active?.id}
              activeLink={activeLink}
              onFocus={setActiveId}
              onDelete={onDelete}
            />
          )
        );
      })}
    </div>
  );
}
