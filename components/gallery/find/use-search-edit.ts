"use client";

import type { RefObject } from "react";
import type { Suggestion } from "#components/gallery/find/list-suggestions.ts";
import {
  finished,
  type SearchDraft,
  splitLastWord,
  withText,
} from "#components/gallery/find/search-draft.ts";
import type { SearchLine } from "#components/gallery/find/use-search-line.ts";
import { writeFacet } from "#lib/contract/library/find-query.ts";

export interface SearchEdit {
  draft: SearchDraft;
  isEmpty: boolean;
  type: (text: string) => void;
  /** What is typed is whole. */
  finish: () => void;
  choose: (suggestion: Suggestion) => void;
  remove: (chip: string) => void;
  removeLast: () => void;
  clear: () => void;
}

/** What is done to a search in its field, which has the focus afterwards. */
export function useSearchEdit(
  { draft, write }: SearchLine,
  field: RefObject<HTMLInputElement | null>,
): SearchEdit {
  const { chips, text } = draft;

  function step(next: SearchDraft) {
    write(next, { isStep: true });
    field.current?.focus();
  }

  return {
    draft,
    isEmpty: chips.length === 0 && text === "",
    type: (typed) => write(withText(draft, typed)),
    finish: () => step(finished(draft)),
    choose({ facet, value }) {
      const { before, word } = splitLastWord(text);
      const chip = `${word.startsWith("-") ? "-" : ""}${writeFacet(facet, value)}`;
      step({ chips: [...new Set([...chips, chip])], text: before });
    },
    remove: (chip) => step({ text, chips: chips.filter((each) => each !== chip) }),
    removeLast() {
      if (chips.length > 0) step({ text, chips: chips.slice(0, -1) });
    },
    clear: () => step({ chips: [], text: "" }),
  };
}
