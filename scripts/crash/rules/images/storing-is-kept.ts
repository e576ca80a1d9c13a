import { isSpoilt } from "../is-spoilt.ts";
import type { Rule } from "../rule.ts";

/** An attempt that was ever said to be `storing` has its picture: nobody may say so too early. */
export const storingIsKept: Rule = {
  name: "storing-is-kept",
  promise: "every attempt that was ever storing has its picture",
  find({ changes, told, rows }) {
    const storing = new Set([
      ...changes.filter(({ to }) => to === "storing").map(({ attemptId }) => attemptId),
      ...told.states.filter(({ state }) => state === "storing").map(({ attemptId }) => attemptId),
    ]);
    const states = new Map(rows.attempts.map(({ id, state }) => [id, state]));

    return [...storing]
      .filter((id) => states.get(id) !== (isSpoilt({ rows }, id) ? "failed" : "succeeded"))
      .map((id) => `attempt ${id} was storing and is ${states.get(id)}`);
  },
};
