"use client";

import { useEffect, useState } from "react";
import { listNameOf, queryOf } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import {
  listSuggestions,
  type SuggestedFacet,
  type Suggestion,
} from "#components/gallery/find/list-suggestions.ts";
import { lineOf, type SearchDraft, splitLastWord } from "#components/gallery/find/search-draft.ts";
import type { ImageFacets } from "#lib/contract/library/find-answers.ts";
import { parseFindQuery } from "#lib/contract/library/find-query.ts";

interface SuggestionsOptions {
  isOpen: boolean;
  onlyFavorites: boolean;
  nameOf: (facet: SuggestedFacet, value: string) => string;
}

/** What the word that is written may become, counted among what the rest of the search finds; while that is asked for, as it was. */
export function useSuggestions(
  draft: SearchDraft,
  { isOpen, onlyFavorites, nameOf }: SuggestionsOptions,
): Suggestion[] {
  const { before, word } = splitLastWord(draft.text);
  const rest = lineOf({ chips: draft.chips, text: before });
  const isWrong = parseFindQuery(rest).problems.length > 0;
  const [facets, setFacets] = useState<ImageFacets | null>(null);

  useEffect(() => {
    if (!isOpen || isWrong) return;
    const controller = new AbortController();
    const query = queryOf(listNameOf({ q: rest, onlyFavorites }));
    requestJson("GET /api/images/facets", { query, signal: controller.signal }).then(
      setFacets,
      // One can search without.
      () => {},
    );
    return () => controller.abort();
  }, [isOpen, isWrong, rest, onlyFavorites]);

  return isOpen && facets ? listSuggestions(facets, { word, nameOf }) : [];
}
