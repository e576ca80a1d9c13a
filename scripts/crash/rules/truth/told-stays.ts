import type { Rule } from "../rule.ts";

const ends = ["succeeded", "failed", "canceled", "unknown"];

/** Whoever was told of an end finds it the same later; only what had no picture may have it after all. */
export const toldStays: Rule = {
  name: "told-stays",
  promise: "an end that somebody was told of stays as it was told",
  find({ told, rows }) {
    const states = new Map(rows.attempts.map(({ id, state }) => [id, state]));
    return told.states
      .filter(({ state }) => ends.includes(state))
      .flatMap(({ attemptId, state }) => {
        const now = states.get(attemptId) ?? "gone";
        const mayTurnOutWell = state === "unknown" || state === "failed";
        const isSame = now === state || (mayTurnOutWell && now === "succeeded");
        return isSame ? [] : [`attempt ${attemptId} was told to be ${state} and is ${now}`];
      });
  },
};
