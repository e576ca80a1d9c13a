import type { ListName } from "#components/data/records/list-name.ts";
import { placeOf } from "#components/data/records/record-list.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";

/** Where a person is in a list of the gallery, kept while the tab lives: leaving the screen must not lose it. */
export interface GalleryPlace {
  /** How far down, in pixels; kept up to date while the screen is shown. */
  scrollTop: number;
  /** The newest image that was seen in the list; null before there is one. */
  newest: string | null;
  /** The newest that is shown, when newer ones came to somebody further down: those wait to be asked for. Null: none wait. */
  heldAt: string | null;
}

/** Closer to the top than this, in pixels, a new picture appears at once. */
const atTop = 120;

const places = new WeakMap<RecordStore, Map<ListName, GalleryPlace>>();

/** The place in a list, of the tab that the store is of. */
export function openPlace(store: RecordStore, name: ListName): GalleryPlace {
  const ofStore = places.get(store) ?? new Map<ListName, GalleryPlace>();
  places.set(store, ofStore);
  const place = ofStore.get(name) ?? { scrollTop: 0, newest: null, heldAt: null };
  ofStore.set(name, place);
  return place;
}

/** How many of the list, newest first, wait to be asked for: those that came while the person was further down. */
export function countWaiting(place: GalleryPlace, ids: readonly string[]): number {
  const first = ids[0];
  if (first !== undefined && (place.newest === null || first > place.newest)) {
    const isFurtherDown = place.newest !== null && place.scrollTop >= atTop;
    place.heldAt = isFurtherDown ? (place.heldAt ?? place.newest) : null;
    place.newest = first;
  }
  return place.heldAt === null ? 0 : placeOf(ids, place.heldAt);
}
