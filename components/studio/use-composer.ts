"use client";

import { type FormEvent, useState } from "react";
import { type ComposerErrors, checkDraft, errorsOf } from "#components/studio/check-draft.ts";
import type { ComposerDraft, DraftField } from "#components/studio/composer-draft.ts";
import type { DraftStore } from "#components/studio/draft-store.ts";
import { fitDraft } from "#components/studio/fit-draft.ts";
import { focusField } from "#components/studio/focus-field.ts";
import { modelOf } from "#components/studio/model-of.ts";
import { useStore } from "#components/studio/use-store.ts";
import { wrongField } from "#components/studio/wrong-field.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Press } from "#lib/generation/create-presser.ts";
import type { GenerationView } from "#lib/generation/generation-view.ts";

interface ComposerOptions {
  draftStore: DraftStore;
  models: readonly EngineModel[];
  engine: GenerationView["engine"];
  press: (press: Press) => Promise<void>;
}

/** The composer's draft, what is wrong with it, and what happens to it. */
export function useComposer({ draftStore, models, engine, press }: ComposerOptions) {
  const { draft, sourceGenerationId, errors } = useStore(draftStore);
  const [changes, setChanges] = useState<readonly string[]>([]);
  const model = modelOf(draft.model, { models, engine });

  function change(values: Partial<ComposerDraft>) {
    draftStore.dispatch({ type: "changed", values });
    setChanges([]);
  }

  function changeModel(id: string) {
    const fitted = fitDraft(draft, modelOf(id, { models, engine }));
    change({ ...fitted.draft, model: id });
    setChanges(fitted.changes);
  }

  function accept(field: DraftField, value: string) {
    if (field === "model") changeModel(value);
    else change({ [field]: value });
    focusField(document, field);
  }

  function refuse(refused: ComposerErrors) {
    draftStore.dispatch({ type: "checked", errors: refused });
    const field = wrongField(refused);
    if (field) focusField(document, field);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    checkAndPress().catch((error: unknown) => refuse(errorsOf(error)));
  }

  async function checkAndPress() {
    const checked = await checkDraft({ ...draft, model: model.id || draft.model }, model);
    if ("errors" in checked) {
      refuse(checked.errors);
      return;
    }

    draftStore.dispatch({ type: "checked", errors: {} });
    const { pricePerImageMicros } = model;
    const { request } = checked;
    await press({ request, sourceGenerationId, engine, pricePerImageMicros });
    draftStore.dispatch({ type: "pressed" });
  }

  return { draft, model, errors, changes, change, changeModel, accept, submit };
}
