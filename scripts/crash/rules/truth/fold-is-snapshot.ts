import { isDeepStrictEqual } from "node:util";
import type { Evidence } from "../../evidence.ts";
import type { Rule } from "../rule.ts";
import { foldEvents } from "./fold-events.ts";

/** A page that was open all the time shows what a reload shows. */
export const foldIsSnapshot: Rule = {
  name: "fold-is-snapshot",
  promise: "all events, folded, are the feed that a reload shows",
  find({ rows, snapshot }: Evidence) {
    const folded = foldEvents(rows.events);
    const shown = new Set(snapshot.map(({ id }) => id));

    return [
      ...[...folded.keys()]
        .filter((id) => !shown.has(id))
        .map((id) => `events tell of generation ${id}, the feed lacks it`),
      ...snapshot.flatMap((generation) => {
        const told = folded.get(generation.id);
        if (!told) return [`the feed has generation ${generation.id}, of which no event told`];
        if (isDeepStrictEqual(told, generation)) return [];
        return [
          `generation ${generation.id} differs: ${JSON.stringify(told)} was told, ${JSON.stringify(generation)} is shown`,
        ];
      }),
    ];
  },
};
