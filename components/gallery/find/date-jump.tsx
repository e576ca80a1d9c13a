"use client";

import { CalendarDays } from "lucide-react";
import { useEffect, useState } from "react";
import { listNameOf, queryOf } from "#components/data/records/list-name.ts";
import { requestJson } from "#components/data/request-json.ts";
import { beforeMonthAfter, yearsOf } from "#components/gallery/find/months.ts";
import type { SearchLine } from "#components/gallery/find/use-search-line.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageMonth } from "#lib/contract/library/find-answers.ts";

interface DateJumpProps {
  search: SearchLine;
  onlyFavorites: boolean;
}

/** Leads to the pictures of a month, however long ago: the months in which there are some, by years. */
export function DateJump({ search, onlyFavorites }: DateJumpProps) {
  const t = useWords();

  return (
    <Popover
      label={t("find.months")}
      trigger={<CalendarDays aria-hidden />}
      triggerProps={{
        "aria-label": t("find.months"),
        "data-hint": "",
        className: buttonClass({ variant: "ghost", size: "small" }).concat(
          " w-9 px-0 pointer-coarse:min-w-11 [&_svg]:size-4",
        ),
      }}
      className="max-h-[min(32rem,70dvh)] w-80 overflow-y-auto p-4"
    >
      <Months search={search} onlyFavorites={onlyFavorites} />
    </Popover>
  );
}

function Months({ search, onlyFavorites }: DateJumpProps) {
  const t = useWords();
  const months = useMonths(onlyFavorites);
  const monthName = new Intl.DateTimeFormat(t.language, { month: "short", timeZone: "UTC" });

  if (months?.length === 0) return <p className="text-muted">{t("find.noMonths")}</p>;
  // Its room is kept until they have come.
  return (
    <div className="flex min-h-24 flex-col gap-4">
      {yearsOf(months ?? []).map(({ year, months: ofYear }) => (
        <section key={year} aria-label={year}>
          <h3 className="mb-1 font-semibold">{year}</h3>
          <ul className="grid grid-cols-3 gap-1">
            {ofYear.map(({ month, count, isCapped }) => (
              <li key={month}>
                <button
                  type="button"
                  className={buttonClass({ size: "small" }).concat(
                    " w-full justify-between px-2.5",
                  )}
                  onClick={({ currentTarget }) => {
                    currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
                    search.write(beforeMonthAfter(search.draft, month), { isStep: true });
                    window.scrollTo({ top: 0 });
                  }}
                >
                  {monthName.format(new Date(`${month}-01T00:00:00Z`))}
                  <span className="font-normal text-muted text-xs">
                    {t("gallery.total", { count, isCapped: `${isCapped}` })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Null until they have come. */
function useMonths(onlyFavorites: boolean): ImageMonth[] | null {
  const [months, setMonths] = useState<ImageMonth[] | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const query = queryOf(listNameOf({ q: "", onlyFavorites }));
    requestJson("GET /api/images/months", { query, signal: controller.signal }).then(
      (answer) => setMonths(answer.months),
      // Opened again it asks again.
      () => {},
    );
    return () => controller.abort();
  }, [onlyFavorites]);

  return months;
}
