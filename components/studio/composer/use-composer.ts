"use client";

import { type FormEvent, useState } from "react";
import type { Submission } from "#components/data/submit/create-submitter.ts";
import { useStore } from "#components/data/use-store.ts";
import { fitDraft } from "#components/studio/composer/fit-draft.ts";
import { type ComposerErrors, checkDraft, errorsOf } from "#components/studio/draft/check-draft.ts";
import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

interface ComposerOptions {
  draftStore: DraftStore;
  offers: readonly ModelOffer[];
  submit: (submission: Submission) => Promise<void>;
}

/** The composer's draft, what is wrong with it, and what happens to it. */
export function useComposer({ draftStore, offers, submit }: ComposerOptions) {
  const { draft, sourceGenerationId, errors } = useStore(draftStore);
  const t = useWords();
  const [changes, setChanges] = useState<readonly string[]>([]);
  const { offer, model } = modelOf(draft, offers);

  function change(values: Partial<ComposerDraft>) {
    draftStore.dispatch({ type: "changed", values });
    setChanges([]);
  }

  function changeModel({ gatewayId, id }: Pick<ModelOption, "gatewayId" | "id">) {
    const chosen = { gatewayId, model: id };
    const fitted = fitDraft(draft, { model: modelOf(chosen, offers).model, t });
    change({ ...fitted.draft, ...chosen });
    setChanges(fitted.changes);
  }

  function accept(field: DraftField, value: string) {
    if (field === "model" && offer) changeModel({ gatewayId: offer.gateway.id, id: value });
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

    if (!offer) {
      refuse({ model: t("composer.noGateway") });
      return;
    }

    draftStore.dispatch({ type: "checked", errors: {} });
    const { gateway } = offer;
    const { pricePerImageMicros } = model;
    const request = { ...checked.request, gatewayId: gateway.id };
    await submit({ request, sourceGenerationId, gateway, pricePerImageMicros });
    draftStore.dispatch({ type: "pressed" });
  }

  return { draft, offer, model, errors, changes, change, changeModel, accept, onSubmit };
}
