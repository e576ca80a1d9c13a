import type { Reference } from "#components/studio/draft/reference.ts";

/** A mention that is being written: "@", and what was written after it. */
export interface Mention {
  /** Where its "@" stands. */
  start: number;
  query: string;
}

/** As long as a mention may be written before it is none. */
const lettersMax = 40;

/** The mention that ends at the caret, or null. An "@" inside of a word, as in an address of mail, begins none. */
export function readMention(text: string, caret: number): Mention | null {
  const before = text.slice(Math.max(0, caret - lettersMax), caret);
  const query = /(?:^|[\s\p{P}])@([^\s@]*)$/u.exec(before)?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}

/** The references that a mention may mean, by their place in the tray, from 1, or by a part of their name. */
export function findMentioned(
  references: readonly Reference[],
  query: string,
): { reference: Reference; place: number }[] {
  const asked = query.toLowerCase();
  return references
    .map((reference, at) => ({ reference, place: at + 1 }))
    .filter(
      ({ reference, place }) =>
        String(place).startsWith(asked) || reference.name.toLowerCase().includes(asked),
    );
}
