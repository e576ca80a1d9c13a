"use client";

import { type FormEvent, useState } from "react";
import type { Submission } from "#components/data/create-submitter.ts";
import { useStore } from "#components/data/use-store.ts";
import { fitDraft } from "#components/studio/composer/fit-draft.ts";
import { type ComposerErrors, checkDraft, errorsOf } from "#components/studio/draft/check-draft.ts";
import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface ComposerOptions {
  draftStore: DraftStore;
  models: readonly EngineModel[];
  engine: GenerationView["engine"];
  submit: (submission: Submission) => Promise<void>;
}

/** The composer's draft, what is wrong with it, and what happens to it. */
export function useComposer({ draftStore, models, engine, submit }: ComposerOptions) {
  const { draft, sourceGenerationId, errors } = useStore(draftStore);
  const t = useWords();
  const [changes, setChanges] = useState<readonly string[]>([]);
  const model = modelOf(draft.model, { models, engine });

  function change(values: Partial<ComposerDraft>) {
    draftStore.dispatch({ type: "changed", values });
    setChanges([]);
  }

  function changeModel(id: string) {
    const fitted = fitDraft(draft, { model: modelOf(id, { models, engine }), t });
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

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    checkAndPress().catch((error: unknown) => refuse(errorsOf(error, t)));
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
    await submit({ request, sourceGenerationId, engine, pricePerImageMicros });
    draftStore.dispatch({ type: "pressed" });
  }

  return { draft, model, errors, changes, change, changeModel, accept, onSubmit };
}
