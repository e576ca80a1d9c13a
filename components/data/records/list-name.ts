import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** The lists of a tab: the generations of the studio, and the gallery's images, all of them, the favourites, or the trash. */
export const listNames = ["feed", "images", "favorites", "trash"] as const;

const foundPrefix = "found:";

/** What a search finds: the query of its address, as "found:q=fox". */
export type FoundListName = `found:${string}`;

export type ListName = (typeof listNames)[number] | FoundListName;

/** The list of what the gallery's address asks for. */
export function listNameOf({ q, onlyFavorites }: { q: string; onlyFavorites: boolean }) {
  if (q === "") return onlyFavorites ? "favorites" : "images";
  return `found:${new URLSearchParams({ q, ...(onlyFavorites && { favorites: "true" }) })}` as const;
}

/** Whether it is a list of what a search finds: only the server knows what belongs there, and its pages tell. */
export function isFound(name: ListName): name is FoundListName {
  return name.startsWith(foundPrefix);
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

/** The query by which the server is asked for a list of images, with the time zone in which the days of a search begin. */
export function queryOf(name: ImageListName): Record<string, string> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (isFound(name))
    return { ...Object.fromEntries(new URLSearchParams(name.slice(foundPrefix.length))), timeZone };
  return { ...(name !== "images" && { [name]: "true" }), timeZone };
}
