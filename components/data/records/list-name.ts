import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** The lists of a tab: the generations of the studio, and the gallery's images, all of them or the favourites. */
export const listNames = ["feed", "images", "favorites"] as const;

export type ListName = (typeof listNames)[number];

/** Whether a list of images shows it. */
export function showsIn(name: Exclude<ListName, "feed">, image: ImageTile | null): boolean {
  if (!image || image.deletedAt !== null || image.isHidden) return false;
  return name === "images" || image.isFavorite;
}
