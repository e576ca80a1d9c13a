"use client";

import { useEffect, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import { termOf } from "#components/gallery/find/search-draft.ts";
import { useWords } from "#components/words/words.tsx";
import type { FindTerm } from "#lib/contract/library/find-query.ts";

interface FacetNames {
  /** A facet's value as people call it: a model by its name. */
  nameOf: (facet: string, value: string) => string;
  /** What stands for a part of a search on the screen. */
  tellTerm: (term: FindTerm) => string;
  /** The same of one that is written as a chip. */
  tellChip: (chip: string) => string;
}

/** How facets are called; the models' names are asked for once they are needed. */
export function useFacetNames(isNeeded: boolean): FacetNames {
  const t = useWords();
  const [models, setModels] = useState<ReadonlyMap<string, string> | null>(null);
  const isDue = isNeeded && models === null;

  useEffect(() => {
    if (!isDue) return;
    const controller = new AbortController();
    requestJson("GET /api/models", { signal: controller.signal }).then(
      ({ offers }) => {
        const all = offers.flatMap((offer) => offer.models);
        setModels(new Map(all.map(({ id, name }) => [id.toLowerCase(), name])));
      },
      // Their ids are names, too.
      () => {},
    );
    return () => controller.abort();
  }, [isDue]);

  function nameOf(facet: string, value: string): string {
    if (facet === "model")
      return models?.get(value.toLowerCase()) ?? value.slice(value.lastIndexOf("/") + 1);
    return facet === "size" ? value.replace("x", " × ") : t("find.value", { value, facet });
  }

  function tellTerm(term: FindTerm): string {
    const facet = "facet" in term ? term.facet : term.kind;
    const value = term.kind === "words" ? term.words : nameOf(facet, term.value);
    return t("find.chip", { facet, value, isNegated: `${term.isNegated}` });
  }

  function tellChip(chip: string): string {
    const term = termOf(chip);
    return term ? tellTerm(term) : chip;
  }

  return { nameOf, tellTerm, tellChip };
}
