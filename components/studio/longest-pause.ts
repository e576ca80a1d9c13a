import type { PauseView } from "#lib/generation/pause-view.ts";

/** The pause that a picture in the queue waits for: one that needs a person, else the one that ends last. */
export function longestPause(pauses: readonly PauseView[]): PauseView | null {
  return pauses.reduce<PauseView | null>(
    (longest, pause) => (longest && endOf(longest) >= endOf(pause) ? longest : pause),
    null,
  );
}

function endOf({ until }: PauseView): number {
  return until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
}
