import type { Scenario } from "./scenario.ts";

/** What the accounts say of a request afterwards. */
export const usage: Record<string, Scenario> = {
  "usage-late": {
    example: "[[usage-late:3]]",
    what: "Its row of `POST /v1/usage/events` is not there before this question, the first being 1.",
    plan: ({ value }) => ({ usageHiddenFrom: Number(value || 2) - 1 }),
  },
  "hold-usage": {
    example: "[[hold-usage:NAME]]",
    what: "Its row of usage is not there before the release.",
    plan: ({ value }) => ({ holdUsage: value }),
  },
  "usage-never": {
    example: "[[usage-never]]",
    what: "It is charged, and has no row of usage, ever.",
    plan: () => ({ usageHiddenFrom: Number.POSITIVE_INFINITY }),
  },
  "usage-free": {
    example: "[[usage-free]]",
    what: "It is not charged, whatever happens, and its row of usage says so.",
    plan: () => ({ isUnbilled: true }),
  },
};
