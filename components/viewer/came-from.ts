import { type ImageListName, listNameOf } from "#components/data/records/list-name.ts";

/** The address of the page before this one; null where it is not ours, or the browser cannot tell. */
export function previousUrl(): URL | null {
  const { navigation } = globalThis;
  const index = navigation?.currentEntry?.index ?? 0;
  const url = navigation?.entries()[index - 1]?.url;
  return url ? new URL(url) : null;
}

/** The list of the gallery that one came from: what a search found, the favourites, or all pictures. */
export function listCameFrom(): ImageListName {
  const url = previousUrl();
  if (url?.pathname !== "/gallery") return "images";

  const onlyFavorites = url.searchParams.get("favorites") === "true";
  return listNameOf({ q: url.searchParams.get("q") ?? "", onlyFavorites });
}
