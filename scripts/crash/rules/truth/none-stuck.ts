import { isSpoilt } from "../is-spoilt.ts";
import type { Rule } from "../rule.ts";

/** Without crashes everything comes to an end. */
export const noneStuck: Rule = {
  name: "none-stuck",
  promise:
    "no attempt is left that nobody carries out, no lease and no spool entry that nobody needs",
  find({ rows, leftSpool }) {
    const states = new Map(rows.attempts.map(({ id, state }) => [id, state]));
    return [
      ...rows.attempts
        .filter(({ state }) => !["succeeded", "failed", "unknown", "canceled"].includes(state))
        .map(({ id, state }) => `attempt ${id} is still ${state}`),
      ...rows.attempts
        .filter(({ isLeased }) => isLeased)
        .map(({ id }) => `attempt ${id} is still leased`),
      // What was no picture stays there for a person to look at.
      ...leftSpool
        .filter(({ attemptId }) => !isSpoilt({ rows }, attemptId))
        .map(
          ({ attemptId }) => `the spool still has ${attemptId}, which is ${states.get(attemptId)}`,
        ),
    ];
  },
};
