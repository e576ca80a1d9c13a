import type { ComposerDraft } from "#components/studio/composer-draft.ts";
import { draftFields } from "#components/studio/composer-draft.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

const numeric = new Set(["n", "seed", "output_compression", "partial_images", "guidance_scale"]);

/**
 * The request that a draft stands for, to be judged by the schema: set fields only, and of the parameters only those
 * that the model honours.
 */
export function draftToRequest(draft: ComposerDraft, model: EngineModel): Record<string, unknown> {
  const honoured = new Set<string>(["prompt", "model", "n", ...model.parameters]);
  const set = draftFields().filter((field) => honoured.has(field) && draft[field].trim() !== "");

  return Object.fromEntries(set.map((field) => [field, toValue(field, draft[field])]));
}

function toValue(field: string, text: string): unknown {
  if (numeric.has(field)) return Number(text);
  if (field === "watermark") return text === "true";
  return text;
}
