"use client";

import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useRecordStore, useRecords } from "#components/data/select/use-records.ts";
import { useWords } from "#components/words/words.tsx";

/** Says that what is shown may be behind; the page asks again every few seconds meanwhile. */
export function ConnectionNotice() {
  const t = useWords();
  const { isLive } = useRecords((records) => records.surroundings());
  const keptAt = useKeptAt();

  return (
    <div
      role="status"
      className="pointer-events-none fixed top-2 right-0 left-(--rail-width) z-30 flex justify-center px-2 max-md:top-(--top-height)"
    >
      {!isLive && (
        <p className="flex animate-appear items-center gap-2 rounded-control bg-warning-soft px-3 py-1.5 text-warning text-xs">
          <WifiOff aria-hidden className="size-3.5 shrink-0" />
          {keptAt
            ? t(navigator.onLine ? "layout.keptSilent" : "layout.keptOffline", {
                at: tellTime(keptAt, t.language),
              })
            : t("layout.reconnecting")}
        </p>
      )}
    </div>
  );
}

/** When this page was kept by the service worker, which says so at its root; null once the server was heard from. */
function useKeptAt(): Date | null {
  const store = useRecordStore();
  const [keptAt, setKeptAt] = useState<Date | null>(null);

  useEffect(() => {
    const told = document.documentElement.dataset["keptAt"];
    if (!told) return;

    setKeptAt(new Date(told));
    store.setLive(false);
    return store.subscribe(() => {
      if (!store.surroundings().isLive) return;
      setKeptAt(null);
      delete document.documentElement.dataset["keptAt"];
    });
  }, [store]);

  return keptAt;
}

/** The day too, once it is another. */
function tellTime(at: Date, language: string): string {
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(language, {
    timeStyle: "short",
    ...(isToday ? {} : { dateStyle: "medium" as const }),
  });
}
