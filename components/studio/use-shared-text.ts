"use client";

import { useEffect } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { sharedName } from "#components/studio/shared-name.ts";
import { useWords } from "#components/words/words.tsx";

/** Whether there is anything: what was shared waits with the worker where its page was left before it was taken. */
async function isBringing(query: URLSearchParams): Promise<boolean> {
  if (query.size > 0) return true;
  try {
    // Without a worker there is no such storage; asked for by name it would be made.
    if (!("caches" in window) || !(await caches.has(sharedName))) return false;
    return (await (await caches.open(sharedName)).keys()).length > 0;
  } catch {
    return false;
  }
}

/** Takes what the address brings for the composer, once: few visits bring anything, and its code comes with it. */
export function useSharedText(store: DraftStore, focusComposer: () => void): void {
  const t = useWords();

  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    void isBringing(query).then(async (isSo) => {
      if (!isSo) return;
      const { takeShared } = await loadPatiently(() => import("#components/studio/take-shared.ts"));
      await takeShared(store, { query, focusComposer, t });
    });
  }, [store, focusComposer, t]);
}
