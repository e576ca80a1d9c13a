import type { Rule } from "../rule.ts";

/** The log is numbered from 1 without a gap, whatever was rolled back. */
export const eventsNumbered: Rule = {
  name: "events-numbered",
  promise: "the log's numbers are 1, 2, 3, … to the last",
  find({ rows }) {
    const gap = rows.events.findIndex(({ sequence }, index) => sequence !== index + 1);
    if (gap >= 0)
      return [`event ${gap + 1} is missing, ${rows.events[gap]?.sequence} stands in its place`];

    const isWhole = rows.events.length === rows.eventSequence;
    return isWhole
      ? []
      : [`the last event is ${rows.events.length}, the user's row says ${rows.eventSequence}`];
  },
};
