"use client";

import { useEffect } from "react";
import { requestJson } from "#components/data/request-json.ts";
import type { StudioActions } from "#components/studio/actions/studio-actions.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { holdPresses } from "#components/studio/draft/pending-changes.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** Fills the composer from the record that the address names, as `/?remix=ID`, and takes that off the address. */
export function useRemixLink(draftStore: DraftStore, remix: StudioActions["remix"]): void {
  const t = useWords();

  useEffect(() => {
    const id = new URLSearchParams(window.location.search).get("remix");
    if (!id) return;

    const controller = new AbortController();
    const { signal } = controller;
    const asking = requestJson("GET /api/generations/:id", { id, signal });
    const filling = asking.then(({ generation }) => {
      window.history.replaceState(null, "", "/");
      remix(generation);
    });
    holdPresses(draftStore, filling);
    filling.catch(() => signal.aborted || showToast(t("studio.remixNotFound")));
    return () => controller.abort();
  }, [draftStore, remix, t]);
}
