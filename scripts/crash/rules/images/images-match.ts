import type { Rule } from "../rule.ts";

/** Success is a picture, and the right one; without one there is no success. */
export const imagesMatch: Rule = {
  name: "pictures-match",
  promise: "succeeded means its own pictures, each once; anything else means none",
  find({ rows, ledger }) {
    const images = Map.groupBy(rows.images, ({ attemptId }) => attemptId);
    const made = new Map(
      ledger.charges.map(({ idempotencyKey, hashes }) => [idempotencyKey, hashes]),
    );

    return rows.attempts.flatMap(({ id, state }) => {
      const own = images.get(id) ?? [];
      if ((state === "succeeded") !== own.length > 0)
        return [`attempt ${id} is ${state} with ${own.length} pictures`];
      if (new Set(own.map(({ index }) => index)).size !== own.length)
        return [`attempt ${id} has a picture twice`];

      return own
        .filter(({ index, hash }) => made.get(id)?.[index] !== hash)
        .map(({ index }) => `attempt ${id} has another's picture at ${index}`);
    });
  },
};
