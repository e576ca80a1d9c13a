import { onceAVersion } from "#components/data/select/once-a-version.ts";

export interface WaitingAttempt {
  id: string;
  gatewayId: string;
  position: number;
}

export interface Queue {
  /** The next first. */
  waiting: readonly WaitingAttempt[];
  /** The place of each, from 1. */
  ranks: ReadonlyMap<string, number>;
}

/** Attempts of all generations of the feed stand in one queue: the lowest position is the next. The same until a record changes. */
export const selectQueue = onceAVersion<Queue>((store, before) => {
  const waiting = store
    .list("feed")
    .ids.map((id) => store.generation(id))
    .flatMap((one) =>
      (one?.attempts ?? [])
        .filter(({ state }) => state === "queued")
        .map(({ id, position }) => ({ id, position, gatewayId: one?.gateway.id ?? "" })),
    )
    .sort((a, b) => a.position - b.position);
  const ranks = new Map(waiting.map(({ id }, at) => [id, at + 1]));
  return before && isSame(before, waiting) ? before : { waiting, ranks };
});

function isSame({ waiting }: Queue, others: readonly WaitingAttempt[]): boolean {
  return (
    waiting.length === others.length && waiting.every(({ id }, place) => id === others[place]?.id)
  );
}
