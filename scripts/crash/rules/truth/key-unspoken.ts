import type { Rule } from "../rule.ts";

/** The gateway's key is worth money. */
export const keyUnspoken: Rule = {
  name: "key-unspoken",
  promise: "no server printed the gateway's key",
  find: ({ leaks }) => leaks.map((place) => `the key stands in what ${place} printed`),
};
