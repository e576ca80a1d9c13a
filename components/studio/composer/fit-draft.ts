import { parameterWords } from "#components/image/parameter-words.ts";
import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { fieldParameters } from "#components/studio/parameters/field-parameters.ts";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { parameterTable } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

interface FitOptions {
  from: EngineModel;
  to: EngineModel;
  t: Words;
}

interface FittedDraft {
  draft: ComposerDraft;
  /** For people: what the other model cannot do, as "Size 1536 × 1024 → 1024 × 1024." */
  changes: string[];
}

/** A draft with another model: what still fits is kept, and what it cannot honour waits unseen for one that can. */
export function fitDraft(draft: ComposerDraft, { from, to, t }: FitOptions): FittedDraft {
  const size = sizeFor(draft.size, to);
  const changes = fieldParameters()
    .filter((name) => from.parameters.includes(name) && !to.parameters.includes(name))
    .filter((name) => draft[name] !== "" && draft[name] !== "auto")
    .map((name) => {
      const { label, wordOf } = parameterWords(name, t);
      const isWord = parameterTable[name].kind === "choice" || parameterTable[name].kind === "flag";
      const value = isWord ? wordOf(draft[name]) : draft[name];
      return t("composer.notOffered", { name: label, value });
    });
  if (size !== draft.size) {
    const sides = { from: describeSize(draft.size, t), to: describeSize(size, t) };
    changes.unshift(t("composer.sizeChanged", sides));
  }

  return { draft: { ...draft, model: to.id, size }, changes };
}

/** The nearest size that the model makes. */
function sizeFor(size: string, model: EngineModel): string {
  const isKept = size === "" || model.sizes?.includes(size) || !model.parameters.includes("size");
  if (isKept || model.sizes === null) return size;

  return size === "auto" ? "" : nearestSize(size, model);
}
