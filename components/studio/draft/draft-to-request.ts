import {
  type ComposerDraft,
  type DraftField,
  draftFields,
} from "#components/studio/draft/composer-draft.ts";
import { takesValue } from "#components/studio/draft/takes-value.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { parameterTable } from "#lib/engine/parameters.ts";

/**
 * The request that a draft stands for, to be judged by the schema: set fields only, and of the parameters and their values only
 * those that the model honours.
 */
export function draftToRequest(draft: ComposerDraft, model: EngineModel): Record<string, unknown> {
  const isHonoured = (field: DraftField) =>
    field === "prompt" ||
    field === "model" ||
    field === "n" ||
    takesValue(model, field, draft[field]);
  const set = draftFields().filter((field) => isHonoured(field) && draft[field].trim() !== "");

  return Object.fromEntries(set.map((field) => [field, toValue(field, draft[field])]));
}

function toValue(field: DraftField, text: string): unknown {
  if (field === "n") return Number(text);
  if (field === "prompt" || field === "model") return text;

  switch (parameterTable[field].kind) {
    case "integer":
    case "number":
      return Number(text);
    case "flag":
      return text === "true";
    case "extra":
      return parseJson(text);
    default:
      return text;
  }
}

/** What is no JSON is left as it is, for the schema to say so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
