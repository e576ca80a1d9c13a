"use client";

import { useEffect } from "react";
import { requestJson } from "#components/data/request-json.ts";
import type { StudioActions } from "#components/studio/actions/studio-actions.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** Puts the picture that the address names into the tray, as `/?reference=ID`, and takes that off the address. */
export function useReferenceLink(add: StudioActions["useAsReference"]): void {
  const t = useWords();

  useEffect(() => {
    const id = new URLSearchParams(window.location.search).get("reference");
    if (!id) return;

    const controller = new AbortController();
    const { signal } = controller;
    requestJson("GET /api/images/:id", { id, signal }).then(
      ({ image }) => {
        window.history.replaceState(null, "", "/");
        add(image);
      },
      () => signal.aborted || showToast(t("studio.pictureNotFound")),
    );
    return () => controller.abort();
  }, [add, t]);
}
