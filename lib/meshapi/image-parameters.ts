import * as z from "zod";
import { imagesMax, seedMax } from "./image-limits.ts";

/** Lone halves of a surrogate pair and NUL cannot be stored or sent: they are named, not repaired in silence. */
const promptSchema = z
  .string("Write a prompt.")
  .refine((prompt) => prompt.trim() !== "", "Write a prompt.")
  .refine((prompt) => !prompt.includes("\0"), "The prompt contains a NUL character: remove it.")
  .refine(
    (prompt) => prompt.isWellFormed(),
    "The prompt contains a broken character (half of a surrogate pair): remove it.",
  );

/** `auto` or `WIDTHxHEIGHT`, in pixels, neither of them 0. */
const sizeSchema = z
  .string()
  .regex(/^(auto|[1-9]\d{0,4}x[1-9]\d{0,4})$/, 'Size is "auto" or WIDTHxHEIGHT, as 1024x1024.');

/**
 * The body of `POST /v1/images/generations`: the eight parameters of MeshAPI's guide and the others of its
 * clients' types. Unknown keys are refused, so that a misspelt parameter is not dropped in silence.
 */
export const imageParametersSchema = z.strictObject({
  prompt: promptSchema,
  model: z
    .string()
    .trim()
    .min(1, "Name a model.")
    .max(200, "A model's name is 200 characters at most.")
    .optional(),
  n: z
    .int("The number of images is a whole number.")
    .min(1, "Ask for at least 1 image.")
    .max(imagesMax, `Ask for at most ${imagesMax} images.`)
    .optional(),
  size: sizeSchema.optional(),
  quality: z.enum(["auto", "low", "medium", "high", "hd", "standard"]).optional(),
  response_format: z.enum(["url", "b64_json"]).optional(),
  output_format: z.enum(["png", "jpeg", "webp"]).optional(),
  stream: z.boolean().optional(),
  aspect_ratio: z.string().max(20).optional(),
  resolution: z.string().max(20).optional(),
  output_compression: z.int().min(0).max(100).optional(),
  background: z.enum(["transparent", "opaque", "auto"]).optional(),
  moderation: z.enum(["low", "auto"]).optional(),
  partial_images: z.int().min(0).max(3).optional(),
  image: z.union([z.string(), z.array(z.string())]).optional(),
  seed: z.int("The seed is a whole number.").min(-1).max(seedMax).optional(),
  guidance_scale: z.number().min(1).max(10).optional(),
  watermark: z.boolean().optional(),
  sequential_image_generation: z.enum(["auto", "disabled"]).optional(),
});

export type ImageParameters = z.infer<typeof imageParametersSchema>;
