import { toMicros } from "#lib/engine/gateway/charge/to-micros.ts";
import { familyOf } from "#lib/engine/gateway/model/model-family.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";
import type { Model } from "#lib/meshapi/models.ts";
import { modelSchema } from "#lib/meshapi/parameters/image-parameters.ts";

/** Names that image models go by, for servers that list all models and say nothing of their kind. */
const imageNames =
  /image|imagen|dall-?e|flux|diffusion|sd[x\d-]|seedream|recraft|ideogram|kandinsky|hidream|playground/i;

/**
 * The image models of a list. A server that ignores the filter names chat models too: those that say their kind go by
 * it; the others by their names, if any of them sounds like an image model. Where none says its kind the rest follows, for
 * not every image model is called one.
 */
export function toEngineModels(models: readonly Model[]): EngineModel[] {
  const offered = withoutRepeats(models.filter(({ id }) => canBeAsked(id)));
  const candidates = offered.filter((model) => makesImages(model) !== false);
  const told = candidates.filter(isImageModel);
  if (offered.every((model) => makesImages(model) === null)) {
    const rest = offered.filter((model) => !isImageModel(model));
    return [...told, ...rest].map(toEngineModel);
  }

  // A list that shows no image model at all knows too little: a person knows the name.
  return [told, candidates, offered].find((list) => list.length > 0)?.map(toEngineModel) ?? [];
}

/** Whether a model says that it makes images, or, where it says nothing, sounds like it. */
export function isImageModel(model: Model): boolean {
  return makesImages(model) ?? imageNames.test(model.id);
}

/** What could not be sent as it stands here would be offered in vain. */
function canBeAsked(id: string): boolean {
  const parsed = modelSchema.safeParse(id);
  return parsed.success && parsed.data === id;
}

/** The first of each name. */
function withoutRepeats(models: readonly Model[]): Model[] {
  const seen = new Set<string>();
  return models.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Kinds of models to which a picture is shown. */
const looksAtImages = /classif|understand|caption|detect|recogni|segment|embed|descri|analy/i;

/** Null when the server does not say. */
function makesImages({ model_type, output_modalities }: Model): boolean | null {
  if (output_modalities?.length) return output_modalities.some((word) => /image/i.test(word));
  if (!model_type) return null;
  // Of "text-to-image" what comes out stands behind.
  const made = model_type.split(/[\s_-]*2[\s_-]*|[\s_-]+to[\s_-]+|->/i).at(-1) ?? "";
  return /image|diffusion/i.test(made) && !looksAtImages.test(made);
}

function toEngineModel(model: Model): EngineModel {
  const { id, name, brand, provider, description, is_free, pricing } = model;
  const { parameters, values, promptCharactersMax, sizes, anySize, references } = familyOf(id);
  const takesReferences = model.supports_image_reference ?? references.unsaid;
  const listed = priceOf(pricing);
  const isFree = is_free ?? listed === 0;
  // Nothing is no price of what is said to cost.
  const price = isFree || listed !== 0 ? listed : null;

  return {
    id,
    name: name?.trim() || id,
    provider: brand ?? provider ?? (id.includes("/") ? (id.split("/")[0] ?? null) : null),
    description: description ?? null,
    isFree,
    pricePerImageMicros: isFree ? 0 : price,
    parameters,
    values,
    promptCharactersMax,
    sizes,
    anySize,
    referencesMax: takesReferences ? references.max : 0,
  };
}

/** Of one picture, in micros, less the discount; a price by tokens says nothing before there is a picture. */
function priceOf(pricing: Model["pricing"]): number | null {
  if (!pricing) return null;

  const { image_input_usd_per_image, image_output_usd_per_image, request_usd } = pricing;
  const isPerImage = /^(per)?1?(image|picture|request|generation|call)s?$/.test(
    alphanumeric(pricing.pricing_unit ?? ""),
  );
  const isSoldOtherwise = pricesOfOthers(pricing).some(isCost);
  const prices = [
    toMicros(image_output_usd_per_image),
    isPerImage ? toMicros(pricing.output_usd_per_unit) : null,
    // Beside the price of tokens it is a fee.
    isSoldOtherwise ? null : toMicros(request_usd),
  ].filter((price) => price !== null);
  // A nought beside another price is no price: it says that this is not what is paid for.
  const isPaidOtherwise =
    isSoldOtherwise ||
    [image_input_usd_per_image, image_output_usd_per_image, request_usd].some(isCost);
  const listed =
    prices.find((price) => price > 0) ?? (isPaidOtherwise ? null : (prices[0] ?? null));
  const discount = Number.parseFloat(pricing.discount_pct ?? "0");
  if (listed === null || !(discount > 0 && discount <= 100)) return listed;
  return Math.round(listed * (1 - discount / 100));
}

/** What nobody can read is a price all the same. */
function isCost(price: string | null | undefined): boolean {
  return Boolean(price?.trim()) && toMicros(price) !== 0;
}

function pricesOfOthers({
  prompt_usd_per_1m,
  completion_usd_per_1m,
  output_usd_per_unit,
  input_usd_per_unit,
}: NonNullable<Model["pricing"]>) {
  return [prompt_usd_per_1m, completion_usd_per_1m, output_usd_per_unit, input_usd_per_unit];
}
