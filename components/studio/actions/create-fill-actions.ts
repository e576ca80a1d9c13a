import type { FillActions } from "#components/studio/actions/studio-actions.ts";
import { type DraftField, draftOf } from "#components/studio/draft/composer-draft.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { replaceDraft } from "#components/studio/draft/replace-draft.ts";
import { referencesOf } from "#components/studio/references/new-reference.ts";
import { takeImage } from "#components/studio/references/take-references.ts";
import type { Words } from "#messages/create-words.ts";

interface FillActionsOptions {
  draftStore: DraftStore;
  t: Words;
  /** Shows the composer, after it was filled: the prompt, or the field that is wrong. */
  focusComposer: (field?: DraftField) => void;
}

/** Creates what fills the composer. It comes with the page: whoever presses next pays for what was filled in. */
export function createFillActions({
  draftStore,
  t,
  focusComposer,
}: FillActionsOptions): FillActions {
  return {
    remix({ id, parameters, gateway, inputs }, wrong) {
      const draft = draftOf({ ...parameters, gatewayId: gateway.id });
      const errors = wrong && { [wrong.field]: wrong.message };
      replaceDraft(
        draftStore,
        {
          type: "filled",
          draft,
          references: referencesOf(inputs, parameters.prompt),
          sourceGenerationId: id,
          ...(errors && { errors }),
        },
        t,
      );
      focusComposer(wrong?.field);
    },
    useAsReference: (image) => takeImage(draftStore, image, t),
  };
}
