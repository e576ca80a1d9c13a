import { useWords } from "#components/words/words.tsx";
import type { FindProblem } from "#lib/contract/library/find-query.ts";

/** Says under the field which of its facets cannot be, and how it is written. */
export function SearchProblem({ id, problem }: { id: string; problem: FindProblem }) {
  const t = useWords();
  const { facet, value } = problem;

  return (
    <p
      id={id}
      role="alert"
      className="absolute inset-x-0 top-full z-40 mt-1 rounded-panel bg-surface px-3 py-2 text-danger text-sm shadow-panel forced-colors:border"
    >
      {t("find.problem", { facet, value })}
    </p>
  );
}
