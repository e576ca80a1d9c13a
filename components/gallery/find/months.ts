import { type SearchDraft, termOf } from "#components/gallery/find/search-draft.ts";
import type { ImageMonth } from "#lib/contract/library/find-answers.ts";
import { writeFacet } from "#lib/contract/library/find-query.ts";

interface Year {
  /** As "2026". */
  year: string;
  months: ImageMonth[];
}

/** Months by their years, as they come. */
export function yearsOf(months: readonly ImageMonth[]): Year[] {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return years.map((year) => ({
    year,
    months: months.filter(({ month }) => month.startsWith(year)),
  }));
}

/** The search for what was made in a month, as "2026-11", and before it: in place of every other time that it asked for. */
export function beforeMonthAfter({ chips, text }: SearchDraft, month: string): SearchDraft {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const others = chips.filter((chip) => termOf(chip)?.kind !== "time");
  return { chips: [...others, writeFacet("before", next.toISOString().slice(0, 7))], text };
}
