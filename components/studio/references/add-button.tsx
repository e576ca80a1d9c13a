"use client";

import { ImagePlus } from "lucide-react";
import { loadPart } from "#components/data/load-part.ts";
import { describeRequestFailure } from "#components/data/request-json.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { holdPresses } from "#components/studio/draft/pending-changes.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** Picks pictures for the tray. A field of the browser's own: it opens the camera's roll on a phone. */
export function AddButton({ draftStore }: { draftStore: DraftStore }) {
  const t = useWords();

  async function add(files: readonly File[]) {
    const { addFiles } = await loadPart(
      () => import("#components/studio/references/add-references.ts"),
    );
    await addFiles(draftStore, files, t);
  }

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
          const adding = add([...(currentTarget.files ?? [])]);
          holdPresses(draftStore, adding);
          adding.catch((error: unknown) => showToast(describeRequestFailure(error, t)));
          // The same file once more is a change again.
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
