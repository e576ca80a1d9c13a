"use client";

import { useLayoutEffect } from "react";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { takeImage } from "#components/studio/references/take-references.ts";
import { useWords } from "#components/words/words.tsx";

/** Puts the picture that the address names, as `/?reference=ID`, into the tray, and takes that off the address. */
export function useReferenceLink(draftStore: DraftStore): void {
  const t = useWords();

  useLayoutEffect(() => {
    const id = new URLSearchParams(window.location.search).get("reference");
    if (!id) return;

    window.history.replaceState(null, "", "/");
    takeImage(draftStore, { id }, t);
  }, [draftStore, t]);
}
