import { holdsUp } from "#components/queue/holds-up.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/**
 * The pause that a gateway's pictures in the queue wait for: one without an end, else the one that ends last. Null when
 * none holds them up.
 */
export function longestPause(pauses: readonly PauseView[], gatewayId: string): PauseView | null {
  const holding = pauses.filter((pause) => holdsUp(pause, gatewayId));
  return holding.reduce<PauseView | null>(
    (longest, pause) => (longest && endOf(longest) >= endOf(pause) ? longest : pause),
    null,
  );
}

function endOf({ until }: PauseView): number {
  return until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
}
