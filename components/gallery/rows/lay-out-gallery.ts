import {
  dayHeight,
  growthMax,
  tileAspect,
  tileGap,
} from "#components/gallery/rows/gallery-geometry.ts";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import type { Day } from "#components/gallery/rows/group-by-day.ts";
import { type GallerySize, shapeOfSize } from "#components/gallery/size/gallery-size.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface Space {
  /** Pixels. */
  width: number;
  /** So many pictures a row, as on a phone; else as many as fill it. */
  isNarrow: boolean;
  size: GallerySize;
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
    for (const { images: ofRow, height, aspects } of splitRows(images, space)) {
      const key = ofRow[0]?.id ?? date;
      const widths = aspects.map((aspect) => aspect * height);
      rows.push({ type: "images", key, images: ofRow, widths, startIndex, height });
      startIndex += ofRow.length;
    }
  }
  return rows;
}

interface Row {
  images: ImageTile[];
  aspects: number[];
  height: number;
}

function splitRows(images: readonly ImageTile[], space: Space): Row[] {
  const rows: Row[] = [];
  let row: Row = { images: [], aspects: [], height: 0 };
  for (const image of images) {
    const aspect = tileAspect(image, space.isNarrow);
    if (row.images.length > 0 && isFull([...row.aspects, aspect], space)) {
      rows.push({ ...row, height: filledHeight(row.aspects, space) });
      row = { images: [], aspects: [], height: 0 };
    }
    row.images.push(image);
    row.aspects.push(aspect);
  }

  if (row.images.length > 0) rows.push({ ...row, height: lastHeight(row.aspects, space) });
  return rows;
}

function isFull(aspects: readonly number[], { width, isNarrow, size }: Space): boolean {
  const { height, columns } = shapeOfSize[size];
  if (isNarrow) return aspects.length > columns;
  return sum(aspects) * height + tileGap * (aspects.length - 1) > width;
}

/** The height at which a row is exactly as wide as the space; less where that would be too high. */
function filledHeight(aspects: readonly number[], space: Space): number {
  const filled = heightAt(aspects, space.width);
  return space.isNarrow ? filled : Math.min(filled, shapeOfSize[space.size].height * growthMax);
}

/** A last row is not blown up to fill its line: it leaves the room of those that are missing. */
function lastHeight(aspects: readonly number[], space: Space): number {
  const { height, columns } = shapeOfSize[space.size];
  if (!space.isNarrow) return Math.min(heightAt(aspects, space.width), height);

  const missing = columns - aspects.length;
  const last = aspects.at(-1) ?? 1;
  return heightAt([...aspects, ...new Array<number>(missing).fill(last)], space.width);
}

function heightAt(aspects: readonly number[], width: number): number {
  return (width - tileGap * (aspects.length - 1)) / sum(aspects);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
