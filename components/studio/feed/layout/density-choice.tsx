"use client";

import { useFeedView, useGuess } from "#components/studio/feed/layout/guessed-view.tsx";
import { changeView } from "#components/studio/feed/layout/view-store.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

const densities = ["S", "M", "L"] as const;

/** How large the feed's pictures are: three sizes, kept for the next visit. */
export function DensityChoice({ className }: { className?: string }) {
  const t = useWords();
  const guess = useGuess();
  const { density: chosen } = useFeedView();

  return (
    <fieldset aria-label={t("feed.density")} className={cn("flex", className)}>
      {densities.map((density) => (
        <button
          key={density}
          type="button"
          aria-label={t("feed.densityIs", { density })}
          aria-pressed={density === chosen}
          onClick={() => changeView({ density }, guess)}
          className={cn(
            "h-8 w-7 rounded-control text-muted text-sm transition-colors hover:bg-fill",
            "aria-pressed:font-semibold aria-pressed:text-ink forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:outline-[Highlight]",
          )}
        >
          {density}
        </button>
      ))}
    </fieldset>
  );
}
