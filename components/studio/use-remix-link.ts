"use client";

import { useEffect } from "react";
import { requestJson } from "#components/data/request-json.ts";
import type { StudioActions } from "#components/studio/actions/studio-actions.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** Fills the composer from the record that the address names, as `/?remix=ID`, and takes that off the address. */
export function useRemixLink(remix: StudioActions["remix"]): void {
  const t = useWords();

  useEffect(() => {
    const id = new URLSearchParams(window.location.search).get("remix");
    if (!id) return;

    const controller = new AbortController();
    const { signal } = controller;
    requestJson("GET /api/generations/:id", { id, signal }).then(
      ({ generation }) => {
        window.history.replaceState(null, "", "/");
        remix(generation);
      },
      () => signal.aborted || showToast(t("studio.remixNotFound")),
    );
    return () => controller.abort();
  }, [remix, t]);
}
