"use client";

import { useMemo } from "react";
import { useStore } from "#components/data/use-store.ts";
import { GalleryGridRow } from "#components/gallery/grid/gallery-grid-row.tsx";
import { useActiveImage } from "#components/gallery/grid/use-active-image.ts";
import { useGridKeys } from "#components/gallery/grid/use-grid-keys.ts";
import { useRowsInSight } from "#components/gallery/grid/use-rows-in-sight.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import { isEmpty } from "#components/gallery/selection/selection.ts";
import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { useMarquee } from "#components/gallery/selection/use-marquee.ts";
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
  choosing: Choosing;
  deed: Deed;
  onDelete: (image: ImageTile) => void;
}

/** The rows that are in sight, and a few more. Arrow keys move from picture to picture, whether it is drawn yet or not. */
export function GalleryGrid(props: GalleryGridProps) {
  const { images, rows, top, hasOlder, choosing, onDelete } = props;
  const t = useWords();
  const focus = useActiveImage(images);
  const activeRow = rows.findLastIndex(
    (row) => row.type === "images" && row.startIndex <= focus.activeIndex,
  );
  const { items, height } = useRowsInSight({ ...props, activeRow });
  const { selection, onChoose } = choosing;
  const isChoosing = !isEmpty(useStore(selection));
  const { box, props: marquee } = useMarquee(rows, selection);
  const onKeyDown = useGridKeys({ ...props, focus });
  const onFocus = focus.setActiveId;
  const deeds = useMemo(
    () => ({ selection, onFocus, onChoose, onDelete }),
    [selection, onFocus, onChoose, onDelete],
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn a row at a time.
    <div
      role="grid"
      aria-label={t("gallery.pictures")}
      aria-rowcount={hasOlder ? -1 : rows.length}
      aria-multiselectable
      data-choosing={isChoosing ? "" : undefined}
      tabIndex={-1}
      className="relative select-none outline-none"
      style={{ height }}
      onKeyDown={onKeyDown}
      {...marquee}
    >
      {items.map(({ key, index, start }) => {
        const row = rows[index];
        const at = { index, offset: start - top };
        return row && <GalleryGridRow key={key} row={row} {...at} focus={focus} deeds={deeds} />;
      })}
      {box && <div className={boxClass} style={box} />}
    </div>
  );
}

const boxClass =
  "pointer-events-none absolute z-10 rounded-control border border-accent bg-accent/15 forced-colors:border-[Highlight]";
