import { useSyncExternalStore } from "react";
import { createStore } from "#components/data/create-store.ts";
import { writeCookie } from "#components/data/write-cookie.ts";
import { type GallerySize, sizeCookie } from "#components/gallery/size/gallery-size.ts";

/** What this tab has chosen; kept outside React, for the slider stands beside the grid, and on a phone in another part of the page. */
const chosen = createStore<GallerySize | null, GallerySize>((_, size) => size, null);

/** How large the pictures are; until something is chosen here, as the server drew them. */
export function useGallerySize(drawn: GallerySize): GallerySize {
  return useSyncExternalStore(
    chosen.subscribe,
    () => chosen.read() ?? drawn,
    () => drawn,
  );
}

/** Draws them so large from now on, also at the next visit. */
export function chooseSize(size: GallerySize): void {
  writeCookie(sizeCookie, `${size}`);
  chosen.dispatch(size);
}
