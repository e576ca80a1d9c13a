"use client";

import { useEffect } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { useWords } from "#components/words/words.tsx";

/** Takes what the address brings for the composer, once: few visits bring anything, and its code comes with it. */
export function useSharedText(store: DraftStore, focusComposer: () => void): void {
  const t = useWords();

  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    if (query.size === 0) return;

    const loading = loadPatiently(() => import("#components/studio/take-shared.ts"));
    void loading.then(({ takeShared }) => takeShared(store, { query, focusComposer, t }));
  }, [store, focusComposer, t]);
}
