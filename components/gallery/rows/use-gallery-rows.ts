"use client";

import { type RefObject, useMemo } from "react";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import { type Day, groupByDay } from "#components/gallery/rows/group-by-day.ts";
import { layOutGallery } from "#components/gallery/rows/lay-out-gallery.ts";
import { useSamePlace } from "#components/gallery/rows/use-same-place.ts";
import { type Space, useSpace } from "#components/gallery/rows/use-space.ts";
import { useTimeZone } from "#components/gallery/rows/use-time-zone.ts";
import type { GallerySize } from "#components/gallery/size/gallery-size.ts";
import { useGallerySize } from "#components/gallery/size/size-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface RowsOptions {
  /** What the rows are to fill. */
  container: RefObject<HTMLElement | null>;
  drawnSize: GallerySize;
  serverTimeZone: string;
  /** By `Date.now()`. */
  serverNow: number;
}

interface GalleryRows {
  days: readonly Day[];
  size: GallerySize;
  /** Both null until the browser has drawn the container once. */
  space: Space | null;
  rows: readonly GalleryRow[] | null;
}

/** The pictures by days, and in the rows that they fill as large as they are chosen to be. */
export function useGalleryRows(
  images: readonly ImageTile[],
  { container, drawnSize, serverTimeZone, serverNow: now }: RowsOptions,
): GalleryRows {
  const t = useWords();
  const space = useSpace(container);
  const timeZone = useTimeZone(serverTimeZone);
  const size = useGallerySize(drawnSize);

  const days = useMemo(() => groupByDay(images, { timeZone, now, t }), [images, timeZone, now, t]);
  const rows = useMemo(
    () => (space ? layOutGallery(days, { ...space, size }) : null),
    [days, space, size],
  );
  useSamePlace(rows, { layout: `${size} ${space?.width}`, top: space?.top ?? 0 });

  return { days, size, space, rows };
}
