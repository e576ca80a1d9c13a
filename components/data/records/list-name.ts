import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** The lists of a tab: the generations of the studio, and the gallery's images, all of them, the favourites, or the trash. */
export const listNames = ["feed", "images", "favorites", "trash"] as const;

export type ListName = (typeof listNames)[number];

export type ImageListName = Exclude<ListName, "feed">;

/** Whether a list of images shows it. */
export function showsIn(name: ImageListName, image: ImageTile | null): boolean {
  if (!image) return false;
  if (name === "trash") return image.deletedAt !== null;
  if (image.deletedAt !== null || image.isHidden) return false;
  return name === "images" || image.isFavorite;
}
