import type { Rule } from "../rule.ts";

/** Every reader gets every event, once and in order, over any number of crashes; all get the same. */
export const readersAgree: Rule = {
  name: "readers-agree",
  promise: "every reader of events got all of them, once, in order, and as they are in the log",
  find({ told, rows }) {
    const log = new Map(rows.events.map(({ sequence, hash }) => [sequence, hash]));

    return [...Map.groupBy(told.events, ({ reader }) => reader)].flatMap(([reader, events]) => {
      const gap = events.findIndex(({ sequence }, index) => sequence !== index + 1);
      if (gap >= 0) return [`reader ${reader} got event ${events[gap]?.sequence} after ${gap}`];
      if (events.length !== log.size)
        return [`reader ${reader} got ${events.length} of ${log.size} events`];

      return events
        .filter(({ sequence, hash }) => log.get(sequence) !== hash)
        .map(({ sequence }) => `reader ${reader} got another event ${sequence} than the log has`);
    });
  },
};
