"use client";

import { ImagePlus } from "lucide-react";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { takeFiles } from "#components/studio/references/take-references.ts";
import { useWords } from "#components/words/words.tsx";

/** Picks pictures for the tray. A field of the browser's own: it opens the camera's roll on a phone. */
export function AddButton({ draftStore }: { draftStore: DraftStore }) {
  const t = useWords();

  return (
    <label
      title={t("composer.addReferences")}
      className="folded:hidden relative inline-flex size-10 shrink-0 cursor-pointer items-center justify-center rounded-control text-muted transition-colors hover:bg-fill hover:text-ink has-focus-visible:outline-2 max-md:absolute max-md:end-2 max-md:top-2 pointer-coarse:size-11"
    >
      <ImagePlus aria-hidden className="size-4.5" />
      <input
        type="file"
        multiple
        accept="image/*"
        aria-label={t("composer.addReferences")}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={({ currentTarget }) => {
          takeFiles(draftStore, [...(currentTarget.files ?? [])], t);
          // The same file once more is a change again.
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
