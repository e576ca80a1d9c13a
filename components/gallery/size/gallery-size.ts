/** How large the gallery's pictures are, from the smallest. */
export const gallerySizes = [1, 2, 3, 4] as const;

export type GallerySize = (typeof gallerySizes)[number];

/** What somebody sees who has chosen none. */
const usualSize: GallerySize = 3;

/** By the cookie the server knows how large to draw them first. */
export const sizeCookie = "atelier-gallery-size";

/** Pixels that a row is high at least, in a window from 768 pixels on; and on a phone the pictures that are in a row. */
export const shapeOfSize: Record<GallerySize, { height: number; columns: number }> = {
  1: { height: 112, columns: 4 },
  2: { height: 164, columns: 3 },
  3: { height: 240, columns: 2 },
  4: { height: 380, columns: 1 },
};

/** The size that a cookie or a slider names; the usual one where it names none. */
export function parseSize(text: string | undefined): GallerySize {
  return gallerySizes.find((size) => `${size}` === text) ?? usualSize;
}
