import { useSyncExternalStore } from "react";
import { type GallerySize, sizeCookie } from "#components/gallery/size/gallery-size.ts";

/** What this tab has chosen; kept outside React, for the slider stands beside the grid, and on a phone in another part of the page. */
let chosen: GallerySize | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How large the pictures are; until something is chosen here, as the server drew them. */
export function useGallerySize(drawn: GallerySize): GallerySize {
  return useSyncExternalStore(
    subscribe,
    () => chosen ?? drawn,
    () => drawn,
  );
}

/** Draws them so large from now on, also at the next visit. */
export function chooseSize(size: GallerySize): void {
  chosen = size;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is there over https only.
  document.cookie = `${sizeCookie}=${size}; path=/; max-age=31536000; samesite=strict`;
  for (const listener of listeners) listener();
}
