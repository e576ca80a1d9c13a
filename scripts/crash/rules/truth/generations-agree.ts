import type { Rule } from "../rule.ts";

/** A generation's state follows from its attempts; worked out here a second time, from the words of ARCHITECTURE.md. */
export const generationsAgree: Rule = {
  name: "generations-agree",
  promise: "every generation's state follows from its attempts",
  find({ rows }) {
    const repeated = new Set(rows.attempts.map(({ retryOfId }) => retryOfId));
    const standing = rows.attempts.filter(({ id }) => !repeated.has(id));
    const byGeneration = Map.groupBy(standing, ({ generationId }) => generationId);

    return rows.generations.flatMap(({ id, state, isEnded }) => {
      const follows = stateOf((byGeneration.get(id) ?? []).map((attempt) => attempt.state));
      if (state !== follows)
        return [`generation ${id} is ${state}, and its attempts say ${follows}`];
      const isOver = follows !== "queued" && follows !== "running";
      return isEnded === isOver ? [] : [`generation ${id} is ${state} and ended: ${isEnded}`];
    });
  },
};

function stateOf(states: readonly string[]): string {
  const count = (state: string) => states.filter((one) => one === state).length;
  const over = count("succeeded") + count("failed") + count("unknown") + count("canceled");
  if (count("queued") === states.length) return "queued";
  if (over < states.length) return "running";
  if (count("succeeded") > 0) return count("succeeded") === states.length ? "succeeded" : "partial";
  if (count("unknown") > 0) return "unknown";
  return count("failed") > 0 ? "failed" : "canceled";
}
