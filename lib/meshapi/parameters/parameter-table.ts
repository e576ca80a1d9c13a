import { seedMax } from "./image-limits.ts";

/** Models of one make take the same parameters; `other` are those that nothing is known of. */
export type Make =
  | "gpt-image-2"
  | "gpt-image"
  | "dall-e-3"
  | "dall-e-2"
  | "google"
  | "seedream"
  | "other";

/** What may be said of a picture beside the prompt, the model and the number; `takenBy` says which makes take it. */
export type ParameterRow = { takenBy: readonly Make[] } & (
  | { kind: "choice"; values: readonly string[] }
  | { kind: "flag" }
  /** `name` begins the sentence that refuses it. */
  | { kind: "integer" | "number"; name: string; min: number; max: number; step: number }
  | { kind: "text"; name: string; charactersMin: number; charactersMax: number }
  /** `auto` or WIDTHxHEIGHT, in pixels. */
  | { kind: "size" }
  /** A JSON object, sent beside the others. */
  | { kind: "extra" }
);

const openai = ["gpt-image-2", "gpt-image"] as const;
const all = [...openai, "dall-e-3", "dall-e-2", "google", "seedream", "other"] as const;

/**
 * Each parameter once, in the order in which people see them: the schemas, the composer's fields and the picture's facts
 * follow from it. Of MeshAPI's guide, and of its clients' types (docs/recipes.md: how to add one).
 */
export const parameterTable = {
  // Google's have no sizes: their shape is a ratio.
  size: { kind: "size", takenBy: [...openai, "dall-e-3", "dall-e-2", "seedream", "other"] },
  quality: {
    kind: "choice",
    values: ["auto", "low", "medium", "high", "hd", "standard", "xhigh", "max"],
    takenBy: [...openai, "dall-e-3", "other"],
  },
  output_format: {
    kind: "choice",
    values: ["png", "jpeg", "webp", "gif"],
    takenBy: [...openai, "other"],
  },
  seed: {
    kind: "integer",
    name: "The seed",
    min: -1,
    max: seedMax,
    step: 1,
    takenBy: ["google", "seedream", "other"],
  },
  aspect_ratio: {
    kind: "text",
    name: "The aspect ratio",
    charactersMin: 0,
    charactersMax: 20,
    takenBy: ["google", "other"],
  },
  resolution: {
    kind: "text",
    name: "The resolution",
    charactersMin: 0,
    charactersMax: 20,
    takenBy: ["google", "seedream", "other"],
  },
  background: {
    kind: "choice",
    values: ["auto", "opaque", "transparent"],
    takenBy: [...openai, "other"],
  },
  output_compression: {
    kind: "integer",
    name: "The compression",
    min: 0,
    max: 100,
    step: 1,
    takenBy: [...openai, "other"],
  },
  guidance_scale: {
    kind: "number",
    name: "The guidance",
    min: 1,
    max: 10,
    step: 0.5,
    takenBy: ["seedream", "other"],
  },
  partial_images: {
    kind: "integer",
    name: "The number of previews",
    min: 0,
    max: 3,
    step: 1,
    takenBy: openai,
  },
  moderation: { kind: "choice", values: ["auto", "low"], takenBy: [...openai, "other"] },
  watermark: { kind: "flag", takenBy: ["google", "seedream", "other"] },
  sequential_image_generation: {
    kind: "choice",
    values: ["auto", "disabled"],
    takenBy: ["seedream", "other"],
  },
  frame_count: {
    kind: "integer",
    name: "The number of frames",
    min: 2,
    max: 16,
    step: 1,
    takenBy: ["gpt-image-2", "other"],
  },
  frame_duration_ms: {
    kind: "integer",
    name: "The time of a frame",
    min: 1,
    max: 60_000,
    step: 1,
    takenBy: ["gpt-image-2", "other"],
  },
  complexity: {
    kind: "choice",
    values: ["low", "medium", "high"],
    takenBy: ["gpt-image-2", "other"],
  },
  safety_identifier: {
    kind: "text",
    name: "The safety identifier",
    charactersMin: 1,
    charactersMax: 512,
    takenBy: [...openai, "other"],
  },
  response_format: { kind: "choice", values: ["url", "b64_json"], takenBy: all },
  extra: { kind: "extra", takenBy: all },
} as const satisfies Record<string, ParameterRow>;

export type ParameterTable = typeof parameterTable;

/** A parameter that a model may honour. */
export type ParameterName = keyof ParameterTable;

/** All of them, in the table's order. */
export const parameterNames = namesOf(parameterTable);

/** Typed keys; `Object.keys` alone knows strings only. */
function namesOf<Table extends object>(table: Table): Extract<keyof Table, string>[];
function namesOf(table: object): string[] {
  return Object.keys(table);
}
