import { onceAVersion } from "#components/data/select/once-a-version.ts";
import type { QueueEntry } from "#lib/contract/queue-view.ts";

export interface Queue {
  /** The next first. */
  waiting: readonly QueueEntry[];
  /** The place of each, from 1. */
  ranks: ReadonlyMap<string, number>;
}

/** Attempts of all generations stand in one queue: the lowest position is the next. The same until another waits, or in another order. */
export const selectQueue = onceAVersion<Queue>((store, before) => {
  const waiting = store.queue
    .entries()
    .filter(({ state }) => state === "queued")
    .sort((a, b) => a.position - b.position);
  const ranks = new Map(waiting.map(({ id }, at) => [id, at + 1]));
  return before && isSame(before, waiting) ? before : { waiting, ranks };
});

function isSame({ waiting }: Queue, others: readonly QueueEntry[]): boolean {
  return (
    waiting.length === others.length && waiting.every(({ id }, place) => id === others[place]?.id)
  );
}
