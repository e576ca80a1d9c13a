import type { Rule } from "../rule.ts";

/** A server ends when it is killed or told to. */
export const serversLive: Rule = {
  name: "servers-live",
  promise: "no server ended by itself",
  find: ({ exits }) => [...exits],
};
