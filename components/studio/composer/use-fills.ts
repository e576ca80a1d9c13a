"use client";

import { useEffect, useEffectEvent } from "react";
import { type ComposerFill, takeFills } from "#components/data/fill-composer.ts";
import { applyFill } from "#components/studio/composer/apply-fill.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { useWords } from "#components/words/words.tsx";

interface FillsOptions extends Pick<ComposerOptions, "draftStore" | "offers"> {
  changeModel: (key: ModelKey) => void;
}

/** Takes what the palette, or a picture's key, puts into the composer. */
export function useFills({ draftStore, offers, changeModel }: FillsOptions): void {
  const t = useWords();

  const take = useEffectEvent((fill: ComposerFill) => {
    if (fill.model) changeModel(fill.model);
    if (fill.size === undefined) focusField(document, "prompt");
    applyFill(draftStore, fill, { offers, t });
  });

  useEffect(() => takeFills(take), []);
}
