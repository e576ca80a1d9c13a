import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { fitSize } from "#components/studio/parameters/size/fit-size.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Words } from "#messages/create-words.ts";

interface FittedDraft {
  draft: ComposerDraft;
  /** For people: what had to change, as "Size 1536 × 1024 → 1024 × 1024". */
  changes: string[];
}

/** A draft with another model: what still fits is kept, and what it cannot honour waits unseen for one that can. */
export function fitDraft(
  draft: ComposerDraft,
  { model, t }: { model: EngineModel; t: Words },
): FittedDraft {
  const fitted = { ...draft, model: model.id };
  const size = sizeFor(draft.size, model);
  if (size === draft.size) return { draft: fitted, changes: [] };

  return {
    draft: { ...fitted, size },
    changes: [
      t("composer.sizeChanged", { from: describeSize(draft.size, t), to: describeSize(size, t) }),
    ],
  };
}

/** The nearest size that the model makes. */
function sizeFor(size: string, { parameters, sizes }: EngineModel): string {
  const isFree = sizes === null || !parameters.includes("size");
  if (size === "" || isFree || sizes.includes(size)) return size;
  if (size === "auto") return "";

  return fitSize(size, sizes) ?? "";
}
