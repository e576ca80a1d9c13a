import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** Pixels. The outline that the server sends, in CSS, follows the same numbers. */
export const tileGap = 8;
export const dayHeight = 48;

/** A row that its pictures would make higher than so many times its size is not filled. */
export const growthMax = 1.5;

/** Width by height of the tiles: a panorama is not to take a screen, nor to leave a sliver to the one beside it. */
const aspects = { wide: { min: 0.4, max: 4 }, narrow: { min: 0.5, max: 2 } };

/** The width of a picture's tile by its height. The picture is whole in it. */
export function tileAspect({ width, height }: ImageTile, isNarrow: boolean): number {
  const { min, max } = isNarrow ? aspects.narrow : aspects.wide;
  return Math.min(max, Math.max(min, width / height));
}
