import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import { draftFields } from "#components/studio/draft/composer-draft.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

const numeric = new Set([
  "n",
  "seed",
  "output_compression",
  "partial_images",
  "guidance_scale",
  "frame_count",
  "frame_duration_ms",
]);

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
  return field === "extra" ? parseJson(text) : text;
}

/** What is no JSON is left as it is, for the schema to say so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
