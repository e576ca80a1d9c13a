"use client";

import { useState } from "react";
import { loadPart } from "#components/data/load-part.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { shapeFieldOf } from "#components/studio/parameters/size/shape-of-model.ts";
import { useWords } from "#components/words/words.tsx";

interface Switch {
  /** What can be gone back to. */
  before: Pick<ComposerDraft, "gatewayId" | "model" | "size" | "aspect_ratio">;
  /** The shape that a person chose, and what it became for want of it. */
  wished: string;
  became: string;
  changes: readonly string[];
}

type Chosen = Pick<ComposerDraft, "gatewayId" | "model">;

/** Another model: what it changes is told, and comes back with a model that can do it. */
export function useModelSwitch({
  draftStore,
  offers,
}: Pick<ComposerOptions, "draftStore" | "offers">) {
  const t = useWords();
  const [last, setLast] = useState<Switch | null>(null);
  const [isTold, setIsTold] = useState(false);

  /** Fits the rest of a draft to the model that it has by now. */
  async function fitRest(chosen: Chosen, before: ComposerDraft) {
    const { fitDraft } = await loadPart(() => import("#components/studio/composer/fit-draft.ts"));
    const { draft } = draftStore.read();
    if (draft.model !== chosen.model || draft.gatewayId !== chosen.gatewayId) return;

    const from = modelOf(before, offers).model;
    const to = modelOf(chosen, offers).model;
    const field = shapeFieldOf(from);
    const { size, aspect_ratio } = draft;
    const shown = field ? draft[field] : (last?.became ?? "");
    const wished = last && last.became === shown ? last.wished : shown;
    const fitted = fitDraft(draft, { from, to, shape: wished, t });
    draftStore.dispatch({ type: "changed", values: { ...fitted.draft, ...chosen } });
    setLast({
      before: { gatewayId: before.gatewayId, model: before.model, size, aspect_ratio },
      wished,
      became: fitted.shape,
      changes: fitted.changes,
    });
    setIsTold(true);
  }

  function changeModel({ gatewayId, id }: ModelKey) {
    const { draft } = draftStore.read();
    const chosen = { gatewayId, model: id };
    // At once: whoever presses now means this one, and pays for it.
    draftStore.dispatch({ type: "changed", values: chosen });
    // Where the server is not reached, what does not fit is left for the press to say.
    fitRest(chosen, draft).catch(() => {});
  }

  function switchBack() {
    if (last) draftStore.dispatch({ type: "changed", values: last.before });
    setIsTold(false);
  }

  return {
    changes: isTold && last ? last.changes : [],
    changeModel,
    switchBack,
    /** The rest was changed since: what the model changed is no news any more. */
    forget: () => setIsTold(false),
  };
}
