import * as z from "zod";

const sideMax = 4_096;

/**
 * The body of `POST /v1/images/generations`, written down a second time on purpose: were it the client's own schema, a
 * mistake in it would agree with itself. Unknown fields are refused.
 */
export const generationBodySchema = z.strictObject({
  prompt: z.string().min(1).max(32_000),
  model: z.string().optional(),
  n: z.int().min(1).max(10).default(1),
  size: z
    .string()
    .regex(/^(auto|\d+x\d+)$/)
    .refine(
      (size) =>
        size === "auto" ||
        size.split("x").every((side) => Number(side) >= 16 && Number(side) <= sideMax),
      `Each side is 16 to ${sideMax} pixels.`,
    )
    .default("auto"),
  quality: z
    .enum(["auto", "low", "medium", "high", "hd", "standard", "xhigh", "max"])
    .default("auto"),
  response_format: z.enum(["url", "b64_json"]).optional(),
  output_format: z.enum(["png", "jpeg", "webp"]).default("png"),
  stream: z.boolean().default(false),
  aspect_ratio: z.string().optional(),
  resolution: z.string().optional(),
  output_compression: z.int().min(0).max(100).optional(),
  background: z.enum(["transparent", "opaque", "auto"]).default("auto"),
  moderation: z.enum(["low", "auto"]).optional(),
  partial_images: z.int().min(0).max(3).default(0),
  image: z.union([z.string(), z.array(z.string())]).optional(),
  seed: z.int().min(-1).max(2_147_483_647).optional(),
  guidance_scale: z.number().min(1).max(10).optional(),
  watermark: z.boolean().optional(),
  sequential_image_generation: z.enum(["auto", "disabled"]).optional(),
  complexity: z.enum(["low", "medium", "high"]).optional(),
  safety_identifier: z.string().optional(),
  /** The one that the client's own table does not have. */
  style: z.enum(["vivid", "natural"]).optional(),
});

export type GenerationBody = z.infer<typeof generationBodySchema>;
