"use client";

import type { KeyboardEvent } from "react";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { findTarget } from "#components/gallery/grid/find-target.ts";
import type { ActiveImage } from "#components/gallery/grid/use-active-image.ts";
import { usePictureKeys } from "#components/gallery/grid/use-picture-keys.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import { useChoosingKeys } from "#components/gallery/selection/use-choosing-keys.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface GridKeysOptions {
  images: readonly ImageTile[];
  rows: readonly GalleryRow[];
  focus: ActiveImage;
  choosing: Choosing;
  deed: Deed;
  onDelete: (image: ImageTile) => void;
}

/** The keys of the grid: arrows move from picture to picture, with Shift they choose on the way; the others are the picture's. */
export function useGridKeys({ images, rows, focus, choosing, deed, onDelete }: GridKeysOptions) {
  const store = useRecordStore();
  const runKeys = usePictureKeys(onDelete);
  const runChoosingKeys = useChoosingKeys(choosing, deed);

  return (event: KeyboardEvent): void => {
    const { active, activeIndex: index, moveTo } = focus;
    const image = active && store.image(active.id);
    const isOther = event.ctrlKey || event.metaKey || event.altKey;
    if (!image || runChoosingKeys(event, image) || runKeys(event, image) || isOther) return;

    const target = findTarget(event.key, { rows, index, count: images.length });
    const next = target === null ? undefined : images[target];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) choosing.extend(image.id, next.id);
    moveTo(next.id);
  };
}
