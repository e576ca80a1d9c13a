import { dayHeight, tileGap, tileHeight } from "#components/gallery/grid/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/grid/gallery-row.ts";
import type { Day } from "#components/gallery/grid/group-by-day.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface Space {
  /** Pixels. */
  width: number;
  /** Two pictures a row, as on a phone; else as many as fill it. */
  isNarrow: boolean;
}

/**
 * The rows of the gallery: under the heading of each day its pictures, whole and unturned, in rows that are filled
 * from edge to edge. It fills a row as `flex-wrap` does, so that the server's outline has the same rows.
 */
export function layOutGallery(days: readonly Day[], space: Space): GalleryRow[] {
  const rows: GalleryRow[] = [];
  let startIndex = 0;
  for (const { date, label, images } of days) {
    rows.push({ type: "day", key: date, label, height: dayHeight });
    for (const row of splitRows(images, space)) {
      const key = row.images[0]?.id ?? date;
      rows.push({ type: "images", key, startIndex, ...row });
      startIndex += row.images.length;
    }
  }
  return rows;
}

function splitRows(images: readonly ImageTile[], space: Space) {
  const rows: { images: ImageTile[]; height: number }[] = [];
  let row: ImageTile[] = [];
  for (const image of images) {
    if (row.length > 0 && isFull([...row, image], space)) {
      rows.push({ images: row, height: filledHeight(row, space) });
      row = [];
    }
    row.push(image);
  }

  if (row.length > 0) rows.push({ images: row, height: lastHeight(row, space) });
  return rows;
}

function isFull(row: readonly ImageTile[], { width, isNarrow }: Space): boolean {
  if (isNarrow) return row.length > 2;
  return aspectOf(row) * tileHeight + tileGap * (row.length - 1) > width;
}

/** The height at which a row is exactly as wide as the space. */
function filledHeight(row: readonly ImageTile[], { width }: Space): number {
  return (width - tileGap * (row.length - 1)) / aspectOf(row);
}

/** A last row is not blown up to fill its line. */
function lastHeight(row: readonly ImageTile[], space: Space): number {
  const filled = filledHeight(row, space);
  if (!space.isNarrow) return Math.min(filled, tileHeight);
  if (row.length > 1) return filled;

  return (space.width - tileGap) / 2 / aspectOf(row);
}

function aspectOf(row: readonly ImageTile[]): number {
  return row.reduce((sum, { width, height }) => sum + width / height, 0);
}
