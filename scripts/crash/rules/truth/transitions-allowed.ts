import type { AttemptChange } from "../../evidence.ts";
import type { Rule } from "../rule.ts";

/** The table of generation states as the contract has it, for an engine that is paid. */
const allowed: Record<string, readonly string[]> = {
  queued: ["claimed", "canceled", "failed"],
  claimed: ["sending", "queued", "canceled"],
  sending: ["receiving", "queued", "failed", "unknown"],
  receiving: ["storing", "failed", "unknown"],
  storing: ["succeeded", "failed"],
  failed: ["succeeded"],
  unknown: ["succeeded"],
};

/** An attempt goes only where the table leads, and its fence only up. */
export const transitionsAllowed: Rule = {
  name: "transitions-allowed",
  promise: "no attempt ever changed against the table of transitions",
  find: ({ changes }) =>
    changes
      .filter((change) => !isAllowed(change))
      .map(
        ({ attemptId, from, to, fromFence, toFence }) =>
          `attempt ${attemptId} went from ${from} (fence ${fromFence}) to ${to} (fence ${toFence})`,
      ),
};

function isAllowed({ from, to, fromFence, toFence }: AttemptChange): boolean {
  if (from === null) return to === "queued" && toFence === 0;
  if (to === "claimed" && from === "queued") return toFence === fromFence + 1;
  if (from === to) return toFence >= fromFence && toFence <= fromFence + 1;
  return toFence === fromFence && (allowed[from]?.includes(to) ?? false);
}
