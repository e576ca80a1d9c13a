import { isSpoilt } from "../is-spoilt.ts";
import type { Rule } from "../rule.ts";

/** Where no crash came in between, what the gateway delivered whole is kept, unless somebody hung up. */
export const uninterruptedIsKept: Rule = {
  name: "uninterrupted-is-kept",
  promise: "every answer that was delivered whole to an attempt without a crash is kept",
  find({ ledger, rows, changes }) {
    const interrupted = new Set(
      changes
        .filter(({ from, to, fromFence, toFence }) => from === to && toFence > fromFence)
        .map(({ attemptId }) => attemptId),
    );
    const delivered = new Set(
      ledger.charges
        .filter(({ state }) => state === "delivered")
        .map(({ idempotencyKey }) => idempotencyKey),
    );

    return rows.attempts
      .filter(
        ({ id, state, errorCode }) =>
          delivered.has(id) && state !== "succeeded" && errorCode !== "stopped",
      )
      .filter(({ id }) => !interrupted.has(id) && !isSpoilt({ rows }, id))
      .map(
        ({ id, state, errorCode }) => `attempt ${id} was delivered and is ${state} (${errorCode})`,
      );
  },
};
