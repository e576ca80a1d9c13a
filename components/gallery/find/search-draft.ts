import { type FindTerm, parseFindQuery } from "#lib/contract/library/find-query.ts";

/** A search while it is written: its facets as chips, each as its line has it, and the words behind them. */
export interface SearchDraft {
  chips: readonly string[];
  text: string;
}

/** A search that is in the address, as one goes on writing it. */
export function toDraft(line: string): SearchDraft {
  const chips = parseFindQuery(line).terms.filter((term) => term.kind !== "words");
  const text = chips.reduceRight(
    (rest, { from, to }) => rest.slice(0, from) + rest.slice(to),
    line,
  );
  return {
    chips: chips.map(({ from, to }) => line.slice(from, to)),
    text: text.replaceAll(/\s+/g, " ").trim(),
  };
}

/** The line of a search as the address has it. */
export function lineOf({ chips, text }: SearchDraft): string {
  return [...chips, text.trim()].filter(Boolean).join(" ");
}

/** The draft with another text; a facet that a space ends becomes a chip. */
export function withText(draft: SearchDraft, text: string): SearchDraft {
  if (!/\s$/.test(text)) return { ...draft, text };

  const written = toDraft(text);
  if (written.chips.length === 0) return { ...draft, text };
  return {
    chips: [...new Set([...draft.chips, ...written.chips])],
    text: written.text && `${written.text} `,
  };
}

/** The draft once its text is written: with its facets as chips. */
export function finished(draft: SearchDraft): SearchDraft {
  const { chips, text } = withText(draft, `${draft.text} `);
  return { chips, text: text.trimEnd() };
}

/** What a chip stands for. */
export function termOf(chip: string): FindTerm | undefined {
  return parseFindQuery(chip).terms[0];
}

/** The last word of a text, which is still written, and what stands before it. */
export function splitLastWord(text: string): { before: string; word: string } {
  const [word = ""] = /[^\s"“”„]*$/u.exec(text) ?? [];
  return { before: text.slice(0, text.length - word.length), word };
}
