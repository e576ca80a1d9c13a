"use client";

import type { SubmitOptions } from "#components/data/submit/create-submitter.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import { reasonAgainst } from "#components/studio/composer/reason-against.ts";
import { type ComposerErrors, checkDraft, errorsOf } from "#components/studio/draft/check-draft.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { inputsOf } from "#components/studio/draft/reference.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import { useWords } from "#components/words/words.tsx";

/** How a draft is pressed. */
export interface HowPressed {
  /** Before all that wait. */
  toFront: boolean;
  /** When, by the event. */
  at: number;
  /** What was written then, where another may be written by now. Default: what is. */
  prompt?: string;
  /** Under which key it was kept then, and when by the clock. */
  pressed?: SubmitOptions["pressed"];
}

/** Checks the draft and sends it; what is wrong is said at its field, which takes the focus. */
export function usePress({ draftStore, submit, offers }: ComposerOptions) {
  const t = useWords();

  function refuse(refused: ComposerErrors) {
    draftStore.dispatch({ type: "checked", errors: refused });
    const field = wrongField(refused);
    if (field) focusField(document, field);
  }

  async function checkAndPress({ toFront, at, prompt, pressed }: HowPressed) {
    // As it is now: a number that was being typed is committed by the very key that presses.
    const { draft: written, references, sourceGenerationId } = draftStore.read();
    const isOther = prompt !== undefined && prompt !== written.prompt;
    const draft = isOther ? { ...written, prompt } : written;
    const { offer, model } = modelOf(draft, offers);
    const reason = reasonAgainst({ prompt: draft.prompt, references, model, t });
    if (reason) {
      refuse({ form: reason });
      return;
    }
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
    const request = {
      ...checked.request,
      gatewayId: gateway.id,
      ...inputsOf(references, model),
      ...(toFront && { toFront }),
    };
    const outcome = await submit(
      { request, sourceGenerationId, gateway, pricePerImageMicros },
      // Once there is another draft, nothing of this one can be wrong in it.
      { at, pressed, takesRefusal: () => draftStore.read().draft === draft },
    );
    if (outcome.type !== "made") return;
    draftStore.dispatch({ type: "pressed", prompt: draft.prompt, sourceGenerationId });
  }

  return (how: HowPressed) =>
    checkAndPress(how).catch((error: unknown) => refuse(errorsOf(error, t)));
}
