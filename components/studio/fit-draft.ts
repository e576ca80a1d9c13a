import type { ComposerDraft } from "#components/studio/composer-draft.ts";
import { describeSize, sizeOf } from "#components/studio/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface FittedDraft {
  draft: ComposerDraft;
  /** For people: what had to change, as "Size 1536 × 1024 → 1024 × 1024". */
  changes: string[];
}

/** A draft with another model: what still fits is kept, and what it cannot honour waits unseen for one that can. */
export function fitDraft(draft: ComposerDraft, model: EngineModel): FittedDraft {
  const fitted = { ...draft, model: model.id };
  const size = fitSize(draft.size, model);
  if (size === draft.size) return { draft: fitted, changes: [] };

  return {
    draft: { ...fitted, size },
    changes: [`Size ${describeSize(draft.size)} → ${describeSize(size)}`],
  };
}

/** The size that the model makes whose shape is nearest. */
function fitSize(size: string, { parameters, sizes }: EngineModel): string {
  const isFree = sizes === null || !parameters.includes("size");
  if (size === "" || isFree || sizes.includes(size)) return size;
  if (size === "auto") return "";

  const [nearest] = [...sizes].sort((a, b) => distance(a, size) - distance(b, size));
  return nearest ?? "";
}

function distance(a: string, b: string): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return Math.abs(Math.log((one.width / one.height) * (other.height / other.width)));
}
