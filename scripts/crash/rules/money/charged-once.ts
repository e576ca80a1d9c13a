import type { Rule } from "../rule.ts";

/** The first promise: nothing is bought twice. */
export const chargedOnce: Rule = {
  name: "charged-once",
  promise: "an attempt is charged once at most",
  find: ({ ledger }) =>
    [...Map.groupBy(ledger.charges, (charge) => charge.idempotencyKey)]
      .filter(([, charges]) => charges.length > 1)
      .map(([key, charges]) => `attempt ${key} was charged ${charges.length} times`),
};
