import { createStore, type Store } from "#components/data/create-store.ts";
import { subscribeToImages } from "#components/data/image-news.ts";
import {
  type GalleryAction,
  type GalleryState,
  galleryReducer,
} from "#components/gallery/gallery-reducer.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

/** The newest page of the gallery, and the sequence of an event that it is sure to contain. */
export interface GallerySnapshot {
  images: readonly ImageView[];
  hasOlder: boolean;
  sequence: number;
}

export interface GalleryStore extends Store<GalleryState, GalleryAction> {
  /** The last event that the state contains. */
  sequence: number;
  /** How far down it was left, in pixels. */
  scrollTop: number;
}

/** The galleries of this tab, all pictures and favourites: leaving the screen must not lose the place in them. */
const kept = new Map<boolean, GalleryStore>();

subscribeToImages((image) => {
  for (const store of kept.values()) store.dispatch({ type: "image-changed", image });
});

/**
 * The gallery as it was left, or a new one from the server's snapshot. One that was left at its top gives way to a
 * snapshot that is newer.
 */
export function openGallery(snapshot: GallerySnapshot, onlyFavorites: boolean): GalleryStore {
  // One server serves many readers: only a browser keeps anything.
  if (typeof window === "undefined") return createGalleryStore(snapshot, onlyFavorites);

  const store = kept.get(onlyFavorites);
  if (store && (store.scrollTop > 0 || store.sequence >= snapshot.sequence)) return store;

  const created = createGalleryStore(snapshot, onlyFavorites);
  kept.set(onlyFavorites, created);
  return created;
}

function createGalleryStore(
  { images, hasOlder, sequence }: GallerySnapshot,
  onlyFavorites: boolean,
): GalleryStore {
  const initial: GalleryState = { onlyFavorites, images, hasOlder, arrived: [] };
  return {
    ...createStore(galleryReducer, initial),
    sequence,
    scrollTop: 0,
  };
}
