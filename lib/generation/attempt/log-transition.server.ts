import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { log } from "#lib/platform/log/log.server.ts";

interface Transition {
  attempt: string;
  generation: string;
  from: AttemptState;
  to: AttemptState;
  fence: number;
  charged?: string | null;
  requestId?: string | null;
}

/** A line for every step of an attempt, so that an operator can follow one by its id. */
export function logTransition(transition: Transition): void {
  log("info", "attempt changed", { ...transition });
}
