import type { MessageSpace } from "#messages/messages.ts";

/** What most visits never say, and is much: it comes as a file of its own when it is first said. */
export const seldomSpaces = [
  "done",
  "drawer",
  "history",
  "more",
  "palette",
  "pause",
  "problem",
  "reasons",
  "references",
  "shortcuts",
] as const satisfies readonly MessageSpace[];
