"use client";

import { useEffect, useEffectEvent } from "react";
import { type ComposerFill, takeFills } from "#components/data/fill-composer.ts";
import { loadPart } from "#components/data/load-part.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { holdPresses } from "#components/studio/draft/pending-changes.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { useWords } from "#components/words/words.tsx";

interface FillsOptions extends Pick<ComposerOptions, "draftStore" | "offers"> {
  changeModel: (key: ModelKey) => void;
}

/** Takes what the palette, or a picture's key, puts into the composer. */
export function useFills({ draftStore, offers, changeModel }: FillsOptions): void {
  const t = useWords();

  const take = useEffectEvent(async (fill: ComposerFill) => {
    if (fill.model) changeModel(fill.model);
    if (fill.size === undefined) focusField(document, "prompt");
    if (fill.size === undefined && fill.prompt === undefined) return;

    const { applyFill } = await loadPart(() => import("#components/studio/composer/apply-fill.ts"));
    applyFill(draftStore, fill, { offers, t });
  });

  useEffect(() => takeFills((fill) => holdPresses(draftStore, take(fill))), [draftStore]);
}
