import {
  type DraftAction,
  type DraftState,
  type DraftStore,
  isUnsent,
} from "#components/studio/draft/draft-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

/** What was there before the last replacement, and what took its place. */
let replaced: { before: DraftState; by: string } | null = null;

/** Fills the composer. A prompt that is on record nowhere else is one press away, which is said; Ctrl/Cmd+Z takes any back. */
export function replaceDraft(
  store: DraftStore,
  filled: Extract<DraftAction, { type: "filled" }>,
  t: Words,
): void {
  const before = store.read();
  goOnReplacing(store, filled, before);
  const losesPrompt = isUnsent(before) && before.draft.prompt !== filled.draft.prompt;
  // Which pictures were in the tray is on record nowhere else.
  const losesTray = filled.references !== undefined && before.references.length > 0;
  if (losesPrompt || losesTray) offerDraftBack(store, before, t);
}

/** Replaces what has just taken a draft's place: what is one undo away is still that draft, and it was offered already. */
export function goOnReplacing(
  store: DraftStore,
  filled: Extract<DraftAction, { type: "filled" }>,
  before: DraftState,
): void {
  store.dispatch(filled);
  replaced = { before, by: filled.draft.prompt };
}

/** Says that a prompt was replaced, and offers it for a while. */
export function offerDraftBack(store: DraftStore, before: DraftState, t: Words): void {
  const run = () => store.dispatch({ type: "filled", ...before });
  showToast(t("composer.replaced"), { action: { label: t("image.undo"), run } });
}

/** Takes the last replacement back, in the place of the field's own undo, which cannot. False once something else was written. */
export function undoReplacement(store: DraftStore): boolean {
  if (!replaced || store.read().draft.prompt !== replaced.by) return false;

  store.dispatch({ type: "filled", ...replaced.before });
  replaced = null;
  return true;
}
