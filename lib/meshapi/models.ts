import * as z from "zod";

const lenientText = z.string().nullish().catch(null);
const lenientFlag = z
  .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })])
  .nullish()
  .catch(null);
const lenientTexts = z.array(z.string()).nullish().catch(null);

/** Prices are decimal strings of US dollars, or null; a server that sends numbers is understood. */
const price = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);

const modelPricingSchema = z.object({
  /** Of what the two below are the price, as `per_image` or `per_1m_tokens`. */
  pricing_unit: lenientText,
  input_usd_per_unit: price,
  output_usd_per_unit: price,
  image_output_usd_per_image: price,
  image_input_usd_per_image: price,
  request_usd: price,
  image_output_size: price,
  discount_pct: price,
  prompt_usd_per_1m: price,
  completion_usd_per_1m: price,
});

const modelSchema = z.object({
  id: z.string().min(1),
  name: lenientText,
  provider: lenientText,
  brand: lenientText,
  model_type: lenientText,
  is_free: lenientFlag,
  description: lenientText,
  input_modalities: lenientTexts,
  output_modalities: lenientTexts,
  pricing: modelPricingSchema.nullish().catch(null),
  supports_image_edit: lenientFlag,
  supports_image_inpaint: lenientFlag,
  supports_image_outpaint: lenientFlag,
  supports_image_mix: lenientFlag,
  supports_image_reframe: lenientFlag,
  supports_image_upscale: lenientFlag,
  supports_image_remove_background: lenientFlag,
  supports_image_reference: lenientFlag,
});

/** A model on offer. Only its id is certain. */
export type Model = z.infer<typeof modelSchema>;

/** Ollama's `model`, and a name alone. */
const namedModel = z.preprocess((value) => {
  if (typeof value === "string") return { id: value };
  if (typeof value !== "object" || value === null) return value;
  const { id, name, model }: { id?: unknown; name?: unknown; model?: unknown } = value;
  // Of Cloudflare's models the id is a number of its own, and the name is what is asked for.
  const isCalled = typeof name === "string" && /^@[a-z]+\//.test(name);
  return { ...value, id: isCalled ? name : (id ?? model) };
}, modelSchema.nullable().catch(null));

const someModels = z
  .array(namedModel)
  .transform((models) => models.filter((model) => model !== null));

/** By their ids, as `{ "flux": { … } }`. */
const modelsById = z
  .record(z.string(), z.looseObject({}))
  .transform((byId) =>
    someModels.parse(Object.entries(byId).map(([id, model]) => ({ id, ...model }))),
  );

const manyModels = z.union([someModels, modelsById]);

/**
 * The answer to `GET /v1/models`: MeshAPI's array, the `{ data: […] }` of OpenAI-style servers, the `{ models: […] }` and
 * `{ result: […] }` of others.
 */
export const modelsSchema = z.union([
  someModels,
  z.object({ data: manyModels }).transform(({ data }) => data),
  z.object({ models: manyModels }).transform(({ models }) => models),
  z.object({ result: manyModels }).transform(({ result }) => result),
]);
