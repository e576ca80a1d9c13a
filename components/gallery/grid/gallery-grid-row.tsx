"use client";

import { GalleryTile } from "#components/gallery/grid/gallery-tile.tsx";
import type { TileDeeds } from "#components/gallery/grid/tile-deeds.ts";
import type { ActiveImage } from "#components/gallery/grid/use-active-image.ts";
import { tileGap } from "#components/gallery/rows/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";

interface GalleryGridRowProps {
  row: GalleryRow;
  index: number;
  /** Pixels from the top of the grid. */
  offset: number;
  focus: ActiveImage;
  deeds: TileDeeds;
}

/** A row of the grid, at its place: the name of a day, or pictures side by side. */
export function GalleryGridRow({ row, index, offset, focus, deeds }: GalleryGridRowProps) {
  const { active, activeLink } = focus;

  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: no table, as the grid; the tiles take the focus.
    <div
      role="row"
      aria-rowindex={index + 1}
      className="absolute start-0 top-0 flex w-full"
      style={{ gap: tileGap, height: row.height, transform: `translateY(${offset}px)` }}
    >
      {row.type === "day" ? (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: no table, as the grid; a day is not acted on.
        <div role="rowheader" className="flex items-center">
          <h2 className="font-semibold text-md">{row.label}</h2>
        </div>
      ) : (
        row.images.map((image, at) => (
          <GalleryTile
            key={image.id}
            image={image}
            width={row.widths[at] ?? 0}
            height={row.height}
            isActive={image.id === active?.id}
            linkRef={image.id === active?.id ? activeLink : undefined}
            deeds={deeds}
          />
        ))
      )}
    </div>
  );
}
