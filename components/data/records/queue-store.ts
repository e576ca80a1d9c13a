import { putQueue } from "#components/data/records/put-queue.ts";
import { notify, type State, showUntil } from "#components/data/records/store-state.ts";
import type { OwnModel } from "#lib/contract/model/own-model.ts";
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
  /** How the user's last requests of each model went; empty until that is known. */
  history(): readonly OwnModel[];
  takeHistory(models: readonly OwnModel[]): void;
}

/** Creates the queue's part of a `RecordStore`. */
export function createQueueStore(state: State): QueueStore {
  const { records } = state;
  const { queue } = records;
  let history: readonly OwnModel[] = [];

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
    history: () => history,
    takeHistory(models) {
      history = models;
      // What is told by it is told anew, as by a record.
      records.version += 1;
      notify(state);
    },
  };
}
