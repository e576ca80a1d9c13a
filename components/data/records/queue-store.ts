import { putQueue } from "#components/data/records/put-queue.ts";
import { notify, type State, showUntil } from "#components/data/records/store-state.ts";
import type { QueueEntry, QueuePlace, QueueView } from "#lib/contract/queue-view.ts";

/** What waits and is made, also of generations that the tab does not know. */
export interface QueueStore {
  /** In no order. */
  entries(): QueueEntry[];
  /** Whether all of it was read. */
  isWhole(): boolean;
  /** Takes all of it, as the server has answered. */
  take(queue: QueueView): void;
  /** Shows attempts in other places, until the returned function is called. */
  changePlaces(places: readonly QueuePlace[]): () => void;
}

/** Creates the queue's part of a `RecordStore`. */
export function createQueueStore(state: State): QueueStore {
  const { records } = state;
  const { queue } = records;

  return {
    entries: () => [...queue.values()].flatMap(({ id }) => queue.read(id) ?? []),
    isWhole: () => records.isQueueWhole,
    take(view) {
      putQueue(records, view);
      notify(state);
    },
    changePlaces(places) {
      return showUntil(
        state,
        places.map(({ id, position }) => queue.change(id, { position })),
      );
    },
  };
}
