"use client";

import { useFeedView, useGuess } from "#components/studio/feed/layout/guessed-view.tsx";
import { changeView } from "#components/studio/feed/layout/view-store.ts";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";

const densities = ["S", "M", "L"] as const;

/** How large the feed's pictures are, by words and for thumbs: where its head has no room for `DensityChoice`. */
export function DensityRow() {
  const t = useWords();
  const guess = useGuess();
  const { density: chosen } = useFeedView();

  return (
    <Segments
      label={t("more.density")}
      value={chosen}
      options={densities.map((density) => [density, t("more.densityIs", { density })])}
      onValueChange={(density) => changeView({ density }, guess)}
    />
  );
}
