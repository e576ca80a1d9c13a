import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** A row of the gallery, in pixels: the heading of a day, or pictures side by side. */
export type GalleryRow =
  | { type: "day"; key: string; label: string; height: number }
  | {
      type: "images";
      key: string;
      images: readonly ImageTile[];
      /** The place of the first of them among all pictures. */
      startIndex: number;
      height: number;
    };
