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

/** By what else than `id` a model may be asked for; a number is one of a database. */
const idNames = ["id", "model", "model_id", "modelId", "model_name", "modelName", "slug"];

/** As Gemini and Vertex have it, in front of the id. */
const folder = /^(\w+\/[\w-]+\/)?models\//;

/** Ollama's `model`, Gemini's `name`, and a name alone. */
const namedModel = z.preprocess((value) => {
  if (typeof value === "string") return { id: value };
  if (typeof value !== "object" || value === null) return value;
  const said: Record<string, unknown> = { ...value, ...kindOf(value) };
  const { name, displayName, display_name } = said;
  const text = typeof name === "string" ? name : "";
  // Of Cloudflare's models the id is a number of its own, and the name is what is asked for.
  if (/^@[a-z]+\//.test(text)) return { ...said, id: text };
  const id = idNames.map((key) => said[key]).find((own) => typeof own === "string");
  if (id !== undefined) return { ...said, id };
  return { ...said, id: idOf(text), name: displayName ?? display_name ?? name };
}, modelSchema.nullable().catch(null));

/** A word for a kind, and not "model" or "custom". */
const kindWord =
  /image|picture|chat|text|language|llm|completion|embed|audio|speech|voice|video|music|rerank|moderation|code|vision|ocr|diffusion|classif|detect/i;

/**
 * What a model says of its kind: MeshAPI's `model_type`, Together's `type`, LiteLLM's `mode` and that of its `model_info`, a
 * `category`, Cloudflare's `task`, and what comes out of OpenRouter's `architecture`.
 */
function kindOf(value: object): { model_type: unknown; output_modalities: unknown } {
  const said: Record<string, unknown> = { ...value };
  const [task, architecture, info] = ["task", "architecture", "model_info"].map(
    (name): Record<string, unknown> => Object(said[name]),
  );
  const { type, mode, category } = said;
  const words = [type, mode, category, task?.["name"], said["task"], info?.["mode"]];
  const found = [...words, architecture?.["modality"]].find(
    (word) => typeof word === "string" && kindWord.test(word),
  );
  return {
    model_type: said["model_type"] ?? found,
    output_modalities: said["output_modalities"] ?? architecture?.["output_modalities"],
  };
}

/** What is asked for by a name; null where it is one for people. */
function idOf(name: string): string | null {
  return /^\S+$/.test(name) ? name.replace(folder, "") : null;
}

const someModels = z
  .array(namedModel)
  .transform((models) => models.filter((model) => model !== null));

/** By their ids, as `{ "flux": { … } }`. */
const modelsById = z
  .record(z.string(), z.looseObject({}))
  .transform((byId) =>
    someModels.parse(Object.entries(byId).map(([id, model]) => ({ id, ...model }))),
  );

/** What lists stand in, MeshAPI's array in none. */
const wrappers =
  /^(data|models?|results?|items?|lists?|records|rows|content|response|output|page|payload|body|(\w*_)?models?_?(list)?|\w+Models|modelList)$/i;
const depthMax = 4;

/** The list in an answer, the first that is not empty; null where there is none. */
function findModels(json: unknown, depth = 0): Model[] | null {
  if (Array.isArray(json)) return someModels.parse(json);
  if (typeof json !== "object" || json === null || depth > depthMax) return null;

  const inner = Object.entries(json).filter(([name]) => wrappers.test(name));
  const lists = inner.flatMap(([, value]) => findModels(value, depth + 1) ?? []);
  if (lists.length > 0) return lists;
  const isFound = inner.some(([, value]) => findModels(value, depth + 1) !== null);
  if (isFound || depth === 0) return isFound ? [] : null;
  return modelsById.safeParse(json).data ?? null;
}

/**
 * The answer to `GET /v1/models`: MeshAPI's array, the `{ data: […] }` of OpenAI-style servers, and the lists of others, by
 * whatever name and in whatever they stand.
 */
export const modelsSchema = z.unknown().transform((json, context) => {
  const models = findModels(json);
  if (models) return models;
  context.addIssue({ code: "custom", message: "There is no list of models in it." });
  return z.NEVER;
});
