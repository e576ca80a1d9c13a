import { familyOf } from "#lib/engine/gateway/model-family.ts";
import { toMicros } from "#lib/engine/gateway/to-micros.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Model } from "#lib/meshapi/models.ts";

/** Names that image models go by, for servers that list all models and say nothing of their kind. */
const imageNames =
  /image|imagen|dall-?e|flux|diffusion|sd[x\d-]|seedream|recraft|ideogram|kandinsky|hidream|playground/i;

/**
 * The image models of a list. A server that ignores the filter names chat models too: those that say their kind go by
 * it; the others by their names, if any of them sounds like an image model.
 */
export function toEngineModels(models: readonly Model[]): EngineModel[] {
  const candidates = models.filter((model) => makesImages(model) !== false);
  const isTold = candidates.some(isImageModel);

  return candidates.filter((model) => !isTold || isImageModel(model)).map(toEngineModel);
}

/** Whether a model says that it makes images, or, where it says nothing, sounds like it. */
export function isImageModel(model: Model): boolean {
  return makesImages(model) ?? imageNames.test(model.id);
}

/** Null when the server does not say. */
function makesImages({ model_type, output_modalities }: Model): boolean | null {
  if (output_modalities?.length) return output_modalities.some((word) => /image/i.test(word));
  return model_type ? /image/i.test(model_type) : null;
}

function toEngineModel(model: Model): EngineModel {
  const { id, name, brand, provider, description, is_free, pricing } = model;
  const { parameters, sizes } = familyOf(id);
  const price = toMicros(pricing?.image_output_usd_per_image) ?? toMicros(pricing?.request_usd);
  const isFree = is_free ?? price === 0;

  return {
    id,
    name: name?.trim() || id,
    provider: brand ?? provider ?? (id.includes("/") ? (id.split("/")[0] ?? null) : null),
    description: description ?? null,
    isFree,
    pricePerImageMicros: isFree ? 0 : price,
    parameters,
    sizes,
  };
}
