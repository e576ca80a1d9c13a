/** The states of an attempt, in the order of a life without faults. docs: ARCHITECTURE.md. */
export const attemptStates = [
  "queued",
  "claimed",
  "sending",
  "receiving",
  "storing",
  "succeeded",
  "failed",
  "unknown",
  "canceled",
] as const;

export type AttemptState = (typeof attemptStates)[number];

/** The states of a generation, which follow from its attempts. */
export type GenerationState =
  | "queued"
  | "running"
  | "succeeded"
  | "partial"
  | "failed"
  | "unknown"
  | "canceled";
