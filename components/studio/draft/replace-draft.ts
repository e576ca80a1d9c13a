import {
  type DraftAction,
  type DraftState,
  type DraftStore,
  isUnsent,
} from "#components/studio/draft/draft-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

/** Fills the composer. A prompt that is on record nowhere else is one press away, which is said. */
export function replaceDraft(
  store: DraftStore,
  filled: Extract<DraftAction, { type: "filled" }>,
  t: Words,
): void {
  const before = store.read();
  store.dispatch(filled);
  const losesPrompt = isUnsent(before) && before.draft.prompt !== filled.draft.prompt;
  // Which pictures were in the tray is on record nowhere else.
  const losesTray = filled.references !== undefined && before.references.length > 0;
  if (losesPrompt || losesTray) offerDraftBack(store, before, t);
}

/** Says that a prompt was replaced, and offers it for a while. */
export function offerDraftBack(store: DraftStore, before: DraftState, t: Words): void {
  const run = () => store.dispatch({ type: "filled", ...before });
  showToast(t("composer.replaced"), { action: { label: t("image.undo"), run } });
}
