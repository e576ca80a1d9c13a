import type { FacetValue, ImageFacets } from "#lib/contract/library/find-answers.ts";

const suggested = ["model", "gateway", "shape", "size"] as const;
export type SuggestedFacet = (typeof suggested)[number];

/** A value that a search could be narrowed to. */
export interface Suggestion {
  facet: SuggestedFacet;
  value: string;
  /** As people call it. */
  name: string;
  /** How many pictures of the search have it. */
  count: number;
}

/** How many are shown: of one facet while no word chooses, and in all. */
const shown = { ofFacet: 2, inAll: 8 };

/**
 * What the word that is written may become: the values of its facet, as for "model:fl", or those that it is a part of. For no word the
 * most frequent of each. What all pictures of the search have would not narrow it.
 */
export function listSuggestions(
  facets: ImageFacets,
  { word, nameOf }: { word: string; nameOf: (facet: SuggestedFacet, value: string) => string },
): Suggestion[] {
  const [, name = "", rest] = /^-?(?:([a-z]+):)?"?(.*)$/i.exec(word) ?? [];
  const part = fold(rest ?? "");
  const facet = suggested.find((each) => each === name.toLowerCase());
  if (name !== "" && !facet) return [];

  const toSuggestions = (of: SuggestedFacet, values: readonly FacetValue[]) =>
    values.map((each) => ({ ...each, facet: of, name: nameOf(of, each.value) }));
  const isPart = ({ value, name: called }: Suggestion) =>
    fold(value).includes(part) || fold(called).includes(part);

  if (facet) return toSuggestions(facet, facets[facet]).filter(isPart).slice(0, shown.inAll);
  const narrowing = suggested.map((each) =>
    toSuggestions(each, facets[each]).filter(
      ({ count }) => count < facets.count || facets.isCapped,
    ),
  );
  if (part === "") return narrowing.flatMap((values) => values.slice(0, shown.ofFacet));
  return part.length < 2 ? [] : narrowing.flat().filter(isPart).slice(0, shown.inAll);
}

function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
