import type { AttemptState } from "#lib/contract/attempt-state.ts";

/** What can happen to an attempt. */
export const attemptCommands = [
  /** A runner takes it. */
  "claim",
  /** Its lease was lost before anything was sent. */
  "release",
  /** The request is about to leave: from here on a charge is possible. */
  "send",
  /** It is proven that nothing was charged and that it may be sent again: unsent, or refused for now. */
  "requeue",
  /** The gateway answered 2xx. */
  "answer",
  /** A complete picture is safe in the spool. */
  "spool",
  /** Every file is verified and its row is written. */
  "keep",
  /** The truth is known, and it is no picture. */
  "fail",
  /** Whether it was made and charged cannot be known. */
  "lose",
  /** Stopped before it was sent. */
  "cancel",
  /** Its runner died, and asking again costs nothing. */
  "repeat",
] as const;

export type AttemptCommand = (typeof attemptCommands)[number];

const transitions: Record<AttemptState, Partial<Record<AttemptCommand, AttemptState>>> = {
  queued: { claim: "claimed", cancel: "canceled", fail: "failed" },
  claimed: { send: "sending", release: "queued", cancel: "canceled" },
  sending: {
    answer: "receiving",
    requeue: "queued",
    fail: "failed",
    lose: "unknown",
    repeat: "queued",
  },
  receiving: { spool: "storing", fail: "failed", lose: "unknown", repeat: "queued" },
  storing: { keep: "succeeded", fail: "failed", repeat: "queued" },
  succeeded: {},
  // Its picture turned up after all: fetched again from its address, or found in a spool that came back.
  failed: { keep: "succeeded" },
  unknown: { keep: "succeeded" },
  canceled: {},
};

/**
 * The state that a command leads to; null where it is not allowed. Nothing that may have been paid for goes
 * back to the queue: `repeat` is for engines that are not paid.
 */
export function nextAttemptState(
  state: AttemptState,
  command: AttemptCommand,
  { paid }: { paid: boolean },
): AttemptState | null {
  if (command === "repeat" && paid) return null;
  return transitions[state][command] ?? null;
}

/** Whether an attempt in this state will change no more by itself. */
export function isEnded(state: AttemptState): boolean {
  return ["succeeded", "failed", "unknown", "canceled"].includes(state);
}
