"use client";

import { useState } from "react";
import { useStore } from "#components/data/use-store.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import { useFills } from "#components/studio/composer/use-fills.ts";
import { useModelSwitch } from "#components/studio/composer/use-model-switch.ts";
import { usePress } from "#components/studio/composer/use-press.ts";
import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import { useWords } from "#components/words/words.tsx";

/** The composer's draft, what is wrong with it, and what happens to it. */
export function useComposer({ draftStore, offers, submit }: ComposerOptions) {
  const { draft, references, errors } = useStore(draftStore);
  const t = useWords();
  /** What became of a number that was out of range. */
  const [fitted, setFitted] = useState("");
  const { offer, model } = modelOf(draft, offers);
  const { changes, changeModel, switchBack, forget } = useModelSwitch({ draftStore, offers });

  function change(values: Partial<ComposerDraft>) {
    draftStore.dispatch({ type: "changed", values });
    if ("prompt" in values) return;
    setFitted("");
    forget();
  }

  function changeNumber(field: DraftField, value: string, typed: string) {
    change({ [field]: value });
    if (value === "" || value === typed.trim()) return;
    const name = field === "prompt" ? "" : t(`parameters.${field}`);
    setFitted(t("composer.fitted", { name, from: typed, to: value }));
  }

  function accept(field: DraftField, value: string) {
    if (field === "model" && offer) changeModel({ gatewayId: offer.gateway.id, id: value });
    else change({ [field]: value });
    focusField(document, field);
  }

  const press = usePress({ draftStore, offers, submit });
  useFills({ draftStore, offers, changeModel });

  return {
    draft,
    references,
    offer,
    model,
    errors,
    fitted,
    changes,
    change,
    changeNumber,
    changeModel(option: Parameters<typeof changeModel>[0]) {
      setFitted("");
      changeModel(option);
    },
    switchBack,
    accept,
    press,
  };
}
