"use client";

import { SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { listNameOf, queryOf } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import { toDraft } from "#components/gallery/find/search-draft.ts";
import { useFacetNames } from "#components/gallery/find/use-facet-names.ts";
import type { SearchLine } from "#components/gallery/find/use-search-line.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageCount } from "#lib/contract/library/find-answers.ts";
import { type FindTerm, parseFindQuery, withoutPart } from "#lib/contract/library/find-query.ts";

interface Nearer {
  term: FindTerm;
  /** The search without it. */
  line: string;
  count: ImageCount;
}

/** Of a longer search the first so many parts are tried without. */
const triedMax = 6;

/** Says that a search finds nothing, and which of its parts was one too many. */
export function FoundNothing({
  search: { line, write },
  onlyFavorites,
}: {
  search: SearchLine;
  onlyFavorites: boolean;
}) {
  const t = useWords();
  const nearer = useNearer(line, onlyFavorites);
  const { tellTerm } = useFacetNames(line.includes("model:"));
  const search = (next: string) => write(toDraft(next), { isStep: true });

  return (
    <div className="flex min-h-[60dvh] flex-col items-center justify-center gap-4 p-8 text-center">
      <SearchX aria-hidden className="size-8 text-muted" strokeWidth={1.25} />
      <div className="flex max-w-sm flex-col gap-1">
        <p className="font-medium">{t("find.none")}</p>
        <p className="text-muted" dir="auto">
          {t(onlyFavorites ? "find.noneOfFavorites" : "find.noneHas", {
            parts: parseFindQuery(line).terms.map(tellTerm).join(" · "),
          })}
        </p>
      </div>
      <div className="flex max-w-lg flex-wrap justify-center gap-2">
        {nearer.map(({ term, line: without, count: { count, isCapped } }) => (
          <Button key={term.from} className="max-w-full" onClick={() => search(without)}>
            <span className="truncate">
              {t("find.without", { part: tellTerm(term), count, isCapped: `${isCapped}` })}
            </span>
          </Button>
        ))}
        <Button variant={nearer.length > 0 ? "ghost" : "secondary"} onClick={() => search("")}>
          {t("find.clearAll")}
        </Button>
      </div>
    </div>
  );
}

/** The search without each of its parts, where that finds something. */
function useNearer(line: string, onlyFavorites: boolean): Nearer[] {
  const [found, setFound] = useState<{ line: string; nearer: Nearer[] }>({ line, nearer: [] });

  useEffect(() => {
    const controller = new AbortController();
    const { terms } = parseFindQuery(line);
    const tried = terms.length > 1 ? terms.slice(0, triedMax) : [];
    Promise.all(
      tried.map(async (term) => {
        const rest = withoutPart(line, term);
        const query = queryOf(listNameOf({ q: rest, onlyFavorites }));
        const asked = { query, signal: controller.signal };
        const count = await requestJson("GET /api/images/count", asked);
        return { term, line: rest, count };
      }),
    ).then(
      (all) => setFound({ line, nearer: all.filter(({ count }) => count.count > 0) }),
      // What is nearest is a help, and no more.
      () => {},
    );
    return () => controller.abort();
  }, [line, onlyFavorites]);

  return found.line === line ? found.nearer : [];
}
