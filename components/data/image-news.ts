import type { ImageView } from "#lib/contract/image-view.ts";

const listeners = new Set<(image: ImageView) => void>();

/** Tells every screen of this tab that a picture is now as given, before the server's events do. */
export function publishImage(image: ImageView): void {
  for (const listener of listeners) listener(image);
}

/** Calls back with each picture that was changed in this tab, until the returned function is called. */
export function subscribeToImages(listener: (image: ImageView) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
