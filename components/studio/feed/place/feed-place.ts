import type { RecordStore } from "#components/data/records/record-store.ts";

/** Where a person is in the feed, kept while the tab lives: leaving the screen must not lose it. */
export interface FeedPlace {
  /** How far from the newest, in pixels: 0 at the newest, less the further up. */
  scrollTop: number;
  /** The newest generation when the person was last there; null before there is one. */
  newest: string | null;
  /** The block of each generation, by its id. */
  keys: Map<string, string>;
  /** Of the blocks that are left out, by their keys: the height that they had, in pixels. */
  heights: Map<string, number>;
}

const places = new WeakMap<RecordStore, FeedPlace>();

/** The place in the feed of the tab that the store is of. */
export function openFeedPlace(store: RecordStore): FeedPlace {
  const place = places.get(store) ?? {
    scrollTop: 0,
    newest: null,
    keys: new Map<string, string>(),
    heights: new Map<string, number>(),
  };
  places.set(store, place);
  return place;
}
