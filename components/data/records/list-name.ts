import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** The lists of a tab: the generations of the studio, and the gallery's images, all of them, the favourites, or the trash. */
export const listNames = ["feed", "images", "favorites", "trash"] as const;

/** What a search finds: the query of its address, as "found:q=fox". */
export type FoundListName = `found:${string}`;

export type ListName = (typeof listNames)[number] | FoundListName;

/** The list of what the gallery's address asks for; null where that is no search. */
export function foundListName(search: { q: string; onlyFavorites: boolean }): FoundListName | null {
  if (search.q === "") return null;
  return `found:${new URLSearchParams({ q: search.q, ...(search.onlyFavorites && { favorites: "true" }) })}`;
}

/** Whether it is a list of what a search finds: only the server knows what belongs there, and its pages tell. */
export function isFound(name: ListName): name is FoundListName {
  return name.startsWith("found:");
}

/** The query by which the server is asked for it. */
export function queryOfFound(name: FoundListName): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(name.slice("found:".length)));
}

export type ImageListName = Exclude<ListName, "feed">;

/** Whether a list of images shows it; of what a search finds, where the server told it there. */
export function showsIn(name: ImageListName, image: ImageTile | null): boolean {
  if (!image) return false;
  if (name === "trash") return image.deletedAt !== null;
  if (image.deletedAt !== null) return false;
  if (isFound(name)) return image.isFavorite || !name.endsWith("&favorites=true");
  if (image.isHidden) return false;
  return name === "images" || image.isFavorite;
}
