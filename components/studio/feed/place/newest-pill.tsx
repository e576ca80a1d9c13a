"use client";

import { ArrowDown } from "lucide-react";
import { useWords } from "#components/words/words.tsx";

interface NewestPillProps {
  /** How many have come since the newest was seen. */
  count: number;
  onShow: () => void;
}

/** Leads from what is older back to the newest, and says whether there is more of it by now. */
export function NewestPill({ count, onShow }: NewestPillProps) {
  const t = useWords();

  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center md:pe-6">
      <button
        type="button"
        onClick={onShow}
        data-new={count > 0 || undefined}
        className="pointer-events-auto inline-flex h-8 animate-rise items-center gap-1.5 rounded-full bg-surface px-3.5 font-medium text-ink text-sm shadow-panel hover:bg-fill data-new:bg-accent data-new:text-on-accent data-new:hover:bg-accent-hover pointer-coarse:h-11"
      >
        <ArrowDown aria-hidden className="size-4" />
        {count > 0 ? t("feed.newer", { count }) : t("feed.newest")}
      </button>
      <span aria-live="polite" className="sr-only">
        {count > 0 && t("feed.newer", { count })}
      </span>
    </div>
  );
}
