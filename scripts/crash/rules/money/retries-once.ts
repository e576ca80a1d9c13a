import type { Rule } from "../rule.ts";

/** A retry buys one picture, however often it is pressed. */
export const retriesOnce: Rule = {
  name: "retries-once",
  promise: "an attempt is repeated once at most, and every answered retry did it",
  find({ asked, rows }) {
    const repeats = Map.groupBy(rows.attempts, ({ retryOfId }) => retryOfId ?? "");
    const answered = asked.filter(
      ({ operation, status }) => operation === "retry" && status === 200,
    );

    return [
      ...[...repeats]
        .filter(([id, attempts]) => id !== "" && attempts.length > 1)
        .map(([id, attempts]) => `attempt ${id} was repeated ${attempts.length} times`),
      ...answered
        .flatMap(({ attemptIds }) => attemptIds)
        .filter((id) => !repeats.has(id))
        .map((id) => `the retry of attempt ${id} was answered and is not there`),
    ];
  },
};
