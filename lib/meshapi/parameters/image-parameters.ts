import * as z from "zod";
import { createExtraSchema } from "./extra-parameters.ts";
import { imagesMax, modelCharactersMax, seedMax } from "./image-limits.ts";
import { isVisible, textParameter } from "./text-parameter.ts";

const promptSchema = textParameter(
  "The prompt",
  z.string("Write a prompt.").refine(isVisible, "Write a prompt."),
);

/** `auto` or `WIDTHxHEIGHT`, in pixels, neither of them 0. */
const sizeSchema = z
  .string()
  .regex(/^(auto|[1-9]\d{0,4}x[1-9]\d{0,4})$/, 'Size is "auto" or WIDTHxHEIGHT, as 1024x1024.');

/** Spaces and slashes within it are some servers'; 312 characters were seen. */
export const modelSchema = textParameter(
  "The model's name",
  z
    .string()
    .trim()
    .min(1, "Name a model.")
    .max(modelCharactersMax, `A model's name is ${modelCharactersMax} characters at most.`),
);

const imageSchema = textParameter("The picture");

const knownParameters = {
  prompt: promptSchema,
  model: modelSchema.optional(),
  n: z
    .int("The number of images is a whole number.")
    .min(1, "Ask for at least 1 image.")
    .max(imagesMax, `Ask for at most ${imagesMax} images.`)
    .optional(),
  size: sizeSchema.optional(),
  quality: z.enum(["auto", "low", "medium", "high", "hd", "standard", "xhigh", "max"]).optional(),
  response_format: z.enum(["url", "b64_json"]).optional(),
  output_format: z.enum(["png", "jpeg", "webp", "gif"]).optional(),
  stream: z.boolean().optional(),
  aspect_ratio: textParameter("The aspect ratio", z.string().max(20)).optional(),
  resolution: textParameter("The resolution", z.string().max(20)).optional(),
  output_compression: z.int().min(0).max(100).optional(),
  background: z.enum(["transparent", "opaque", "auto"]).optional(),
  moderation: z.enum(["low", "auto"]).optional(),
  partial_images: z.int().min(0).max(3).optional(),
  image: z.union([imageSchema, z.array(imageSchema)]).optional(),
  seed: z.int("The seed is a whole number.").min(-1).max(seedMax).optional(),
  guidance_scale: z.number().min(1).max(10).optional(),
  watermark: z.boolean().optional(),
  sequential_image_generation: z.enum(["auto", "disabled"]).optional(),
  frame_count: z.int().min(2).max(16).optional(),
  frame_duration_ms: z.int().min(1).max(60_000).optional(),
  complexity: z.enum(["low", "medium", "high"]).optional(),
  safety_identifier: textParameter("The safety identifier", z.string().min(1).max(512)).optional(),
};

/**
 * The body of `POST /v1/images/generations`: the eight parameters of MeshAPI's guide and the others of its
 * clients' types. Unknown keys are refused, so that a misspelt parameter is not dropped in silence.
 */
export const imageParametersSchema = z.strictObject({
  ...knownParameters,
  /** Sent beside the others, for what a model has more than this table. */
  extra: createExtraSchema(["extra", ...Object.keys(knownParameters)]).optional(),
});

export type ImageParameters = z.infer<typeof imageParametersSchema>;
