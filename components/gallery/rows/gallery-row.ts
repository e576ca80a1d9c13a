import { tileGap } from "#components/gallery/rows/gallery-geometry.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** A row of the gallery, in pixels: the heading of a day, or pictures side by side. */
export type GalleryRow =
  | { type: "day"; key: string; label: string; height: number }
  | {
      type: "images";
      key: string;
      images: readonly ImageTile[];
      /** How wide each of them is. */
      widths: readonly number[];
      /** The place of the first of them among all pictures. */
      startIndex: number;
      height: number;
    };

/** The pixels that a row takes of the page, the gap below it with it. */
export function roomOf({ type, height }: GalleryRow): number {
  return type === "images" ? height + tileGap : height;
}
