"use client";

import type { Ref } from "react";
import { tileGap } from "#components/gallery/grid/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/grid/gallery-row.ts";
import { GalleryTile } from "#components/gallery/grid/gallery-tile.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface GalleryGridRowProps {
  row: GalleryRow;
  index: number;
  /** Pixels from the top of the grid. */
  offset: number;
  activeId: string | undefined;
  activeLink: Ref<HTMLAnchorElement>;
  onFocus: (imageId: string) => void;
  onDelete: (image: ImageTile) => void;
}

/** A row of the grid, at its place: the name of a day, or pictures side by side. */
export function GalleryGridRow({
  row,
  index,
  offset,
  activeId,
  activeLink,
  onFocus,
  onDelete,
}: GalleryGridRowProps) {
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
        row.images.map((image) => (
          <GalleryTile
            key={image.id}
            image={image}
            height={row.height}
            isActive={image.id === activeId}
            linkRef={image.id === activeId ? activeLink : undefined}
            onFocus={onFocus}
            onDelete={onDelete}
          />
        ))
      )}
    </div>
  );
}
