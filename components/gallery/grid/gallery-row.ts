import type { ImageView } from "#lib/contract/image-view.ts";

/** A row of the gallery, in pixels: the heading of a day, or pictures side by side. */
export type GalleryRow =
  | { type: "day"; key: string; label: string; height: number }
  | {
      type: "images";
      key: string;
      images: readonly ImageView[];
      /** The place of the first of them among all pictures. */
      startIndex: number;
      height: number;
    };
