import type { ComposerFill } from "#components/data/fill-composer.ts";
import { readDraft } from "#components/studio/draft/composer-draft.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { goOnReplacing, replaceDraft } from "#components/studio/draft/replace-draft.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";
import { shapeFieldOf, shapesTakenBy } from "#components/studio/parameters/size/shape-of-model.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { Words } from "#messages/create-words.ts";

interface FillContext {
  offers: readonly ModelOffer[];
  t: Words;
}

/** Puts a prompt, a size or other fields into the draft; what it takes the place of is one undo away. */
export function applyFill(store: DraftStore, fill: ComposerFill, { offers, t }: FillContext): void {
  if (fill.values) applyValues(store, fill, t);
  const { draft } = store.read();
  if (fill.prompt !== undefined) {
    const filled = { ...draft, prompt: fill.prompt };
    const source = fill.sourceGenerationId ?? null;
    replaceDraft(store, { type: "filled", draft: filled, sourceGenerationId: source }, t);
  }
  const { model } = modelOf(draft, offers);
  const field = shapeFieldOf(model) ?? "size";
  if (fill.size === undefined || fill.size === draft[field]) return;

  const size = nearestSize(fill.size, shapesTakenBy(model));
  store.dispatch({ type: "changed", values: { [field]: size } });
  const isFitted = size === fill.size ? "no" : "yes";
  showToast(t("composer.sizeTaken", { size: describeSize(size, t), isFitted }), {
    action: {
      label: t("image.undo"),
      run: () => store.dispatch({ type: "changed", values: { [field]: draft[field] } }),
    },
  });
}

/** All of it is one undo away, whatever it is. A prompt that stays is as new as it was, and comes from where it came. */
function applyValues(store: DraftStore, fill: ComposerFill, t: Words) {
  const { values = {}, sourceGenerationId = null } = fill;
  const before = store.read();
  const draft = readDraft({ ...before.draft, ...values });
  const of = "prompt" in values ? { sourceGenerationId, known: draft.prompt } : before;
  const filled = { draft, known: of.known, sourceGenerationId: of.sourceGenerationId };
  goOnReplacing(store, { type: "filled", ...filled }, before);
  const run = () => store.dispatch({ type: "filled", ...before });
  showToast(t("composer.applied"), { action: { label: t("image.undo"), run } });
}
