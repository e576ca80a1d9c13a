import type { Rule } from "../rule.ts";

/** What the studio says of an attempt's money is what the gateway's ledger says. */
export const chargesTold: Rule = {
  name: "charges-told",
  promise: "no charge without an attempt that admits it, no claim of a charge without one",
  find({ ledger, rows }) {
    const charged = new Set(ledger.charges.map(({ idempotencyKey }) => idempotencyKey));
    const known = new Set<string | null>(rows.attempts.map(({ id }) => id));

    return [
      ...[...charged]
        .filter((key) => !known.has(key))
        .map((key) => `a charge for ${key}, which is no attempt`),
      ...rows.attempts.flatMap(({ id, state, charged: said }) => {
        const denies = said === "no" || state === "queued" || state === "canceled";
        if (charged.has(id) && denies)
          return [`attempt ${id} is ${state}, charged ${said}, and was charged`];

        const claims = said === "yes" || state === "succeeded";
        return claims && !charged.has(id)
          ? [`attempt ${id} is ${state}, charged ${said}, and was not`]
          : [];
      }),
    ];
  },
};
