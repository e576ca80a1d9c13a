import { createRecordStore, type RecordStore } from "#components/data/records/record-store.ts";
import { attemptOf } from "#components/data/records/test-records.ts";
import { toFeedPage, toImagesPage } from "#components/data/records/to-page.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

export const deletedAt = "2026-11-22T12:00:00.000Z";

/** A store with a feed as of event 10. */
export function openFeed(...generations: GenerationView[]): RecordStore {
  const store = createRecordStore();
  store.takePage("feed", toFeedPage({ generations, pauses: [], sequence: 10 }));
  return store;
}

/** A store with a gallery and its favourites as of event 10. */
export function openGallery(...images: ImageTile[]): RecordStore {
  const store = createRecordStore();
  store.takePage("images", toImagesPage({ images, sequence: 10 }));
  const favorites = images.filter(({ isFavorite }) => isFavorite);
  store.takePage("favorites", toImagesPage({ images: favorites, sequence: 10 }));
  return store;
}

export function tell(store: RecordStore, from: number, ...events: StudioEvent[]) {
  for (const [place, event] of events.entries()) store.takeEvent(event, from + place);
}

export function ended(
  generationId: string,
  state: "succeeded" | "failed" = "succeeded",
): StudioEvent {
  const attempt = attemptOf({ id: "a1", generationId, state });
  return { type: "attempt-ended", attempt, generationState: state };
}

export const feedOf = (store: RecordStore) => store.list("feed").ids;
export const stateOf = (store: RecordStore, id: string) => store.generation(id)?.state;
