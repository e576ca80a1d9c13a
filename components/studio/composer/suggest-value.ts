import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import { controlOf } from "#components/studio/parameters/parameter-controls.ts";
import { nearestSize } from "#components/studio/parameters/size/nearest-size.ts";
import { describeSize } from "#components/studio/parameters/size/size-of.ts";
import { fitNumber } from "#components/ui/number/fit-number.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { imagesMax, sideMax, sideMin } from "#lib/engine/request-limits.ts";
import type { Words } from "#messages/create-words.ts";

/** What a field may be set to instead, and what the button that does so says. */
export interface Suggestion {
  field: DraftField;
  /** As the draft holds it; "" is "not set". */
  value: string;
  label: string;
}

interface SuggestionOptions {
  draft: ComposerDraft;
  model: EngineModel;
  models: readonly EngineModel[];
  t: Words;
}

/** The allowed value nearest to one that was refused; null where there is none to be known. */
export function suggestValue(
  field: DraftField,
  { draft, model, models, t }: SuggestionOptions,
): Suggestion | null {
  switch (field) {
    case "prompt":
      return null;
    case "model": {
      const other = models.find(({ id }) => id !== draft.model);
      return other
        ? { field, value: other.id, label: t("composer.use", { value: other.name }) }
        : null;
    }
    case "size": {
      const value = allowedSize(draft.size, model);
      return value === draft.size
        ? leaveOut(field, { draft, t })
        : { field, value, label: t("composer.use", { value: describeSize(value, t) }) };
    }
    case "n":
      return clamp(field, { draft, t, min: 1, max: imagesMax, step: 1 });
    default: {
      const control = controlOf(field, t);
      return control.type === "number"
        ? clamp(field, { draft, t, ...control })
        : leaveOut(field, { draft, t });
    }
  }
}

function allowedSize(size: string, model: EngineModel): string {
  if (model.sizes) return nearestSize(size, model);

  const sides = /^(\d+)x(\d+)$/.exec(size)?.slice(1) ?? ["1024", "1024"];
  return sides.map((side) => Math.min(sideMax, Math.max(sideMin, Number(side)))).join("x");
}

interface Range extends Pick<SuggestionOptions, "draft" | "t"> {
  min: number;
  max: number;
  step: number;
}

function clamp(field: DraftField, { draft, t, min, max, step }: Range): Suggestion | null {
  if (draft[field] === "") return null;

  const value = fitNumber(draft[field], { min, max, step });
  const isAllowed = value === draft[field] || value === "";
  return isAllowed
    ? leaveOut(field, { draft, t })
    : { field, value, label: t("composer.use", { value }) };
}

/** For a value that is allowed in itself, and that this model will not have. */
function leaveOut(
  field: DraftField,
  { draft, t }: Pick<SuggestionOptions, "draft" | "t">,
): Suggestion | null {
  if (draft[field] === "") return null;
  return {
    field,
    value: "",
    label: t(field === "extra" ? "composer.leaveOut" : "composer.letModel"),
  };
}
