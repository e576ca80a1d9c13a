import type { AttemptState, GenerationState } from "#lib/contract/attempt-state.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";

/** The part of an attempt from which the state of its generation follows. */
interface AttemptLike {
  id: string;
  state: AttemptState;
  retryOfId: string | null;
}

/** The attempts that count: one that was repeated is spoken for by its repetition. */
function effectiveAttempts<Attempt extends AttemptLike>(attempts: readonly Attempt[]): Attempt[] {
  const repeated = new Set(attempts.map((attempt) => attempt.retryOfId));
  return attempts.filter((attempt) => !repeated.has(attempt.id));
}

/** The state of a generation, from all of its attempts. */
export function generationStateOf(attempts: readonly AttemptLike[]): GenerationState {
  const states = effectiveAttempts(attempts).map((attempt) => attempt.state);
  if (states.every((state) => state === "queued")) return "queued";
  if (!states.every(isEnded)) return "running";
  if (states.every((state) => state === "succeeded")) return "succeeded";
  if (states.includes("succeeded")) return "partial";
  if (states.includes("unknown")) return "unknown";
  return states.includes("failed") ? "failed" : "canceled";
}
