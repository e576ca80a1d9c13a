import type { Rule } from "../rule.ts";

/** What may have been charged is never sent again; what was refused for now is, as often as the row says. */
export const sentAsAllowed: Rule = {
  name: "sent-as-allowed",
  promise: "a request is sent again only after a 429",
  find({ ledger, rows }) {
    const attempts = new Map(rows.attempts.map((attempt) => [attempt.id, attempt]));
    const paid = ledger.requests.filter((request) => request.idempotencyKey !== null);

    return [...Map.groupBy(paid, (request) => request.idempotencyKey ?? "")].flatMap(
      ([key, requests]) => {
        const attempt = attempts.get(key);
        if (!attempt) return [`a request was sent for ${key}, which is no attempt`];

        const others = requests.filter(({ status }) => status !== 429);
        // What was refused for now was not carried out, and may be canceled while it waits.
        if (attempt.state === "canceled" && others.length > 0) {
          return [`attempt ${key} is canceled and was sent`];
        }
        return others.length > 1 || requests.length > attempt.refusedCount + 1
          ? [
              `attempt ${key} was sent ${requests.length} times (${requests.map(({ status }) => status)}), refused ${attempt.refusedCount} times`,
            ]
          : [];
      },
    );
  },
};
