import * as z from "zod";
import { gatewayRefSchema } from "#lib/contract/gateway-view.ts";
import { imageViewSchema } from "#lib/contract/image-view.ts";
import { inputViewSchema } from "#lib/contract/input/input-view.ts";
import { storedRequestSchema } from "#lib/engine/image-request.ts";

/** A picture with all that its page tells of how it was made. */
export const imageDetailSchema = z.strictObject({
  image: imageViewSchema,
  /** The request as it was asked for. */
  parameters: storedRequestSchema,
  model: z.string().nullable(),
  gateway: gatewayRefSchema,
  /** What went into it beside the prompt. */
  inputs: z.array(inputViewSchema),
  sourceGenerationId: z.uuid().nullable(),
  sourceUrl: z.string().nullable(),
  hash: z.string(),
  requestId: z.string().nullable(),
  seed: z.int().nullable(),
  /** From the moment the request left to the picture being kept, in milliseconds; null when not known. */
  tookMs: z.int().nullable(),
  estimatedCostMicros: z.int().nullable(),
  actualCostMicros: z.int().nullable(),
  /** The neighbours in the gallery's order. */
  newerId: z.uuid().nullable(),
  olderId: z.uuid().nullable(),
});

export type ImageDetail = z.infer<typeof imageDetailSchema>;
