import * as z from "zod";
import { imageRequestSchema } from "#lib/engine/image-request.ts";

/** The body of `POST /api/generations`: the request, and what it was run again or remixed from. */
export const generationRequestSchema = imageRequestSchema.extend({
  sourceGenerationId: z.uuid("sourceGenerationId is the id of a generation.").optional(),
});

export type GenerationRequest = z.infer<typeof generationRequestSchema>;

/** The header `Idempotency-Key`: any printable ASCII, so that a UUID or a caller's own key will do. */
export const idempotencyKeySchema = z
  .string("Send the header Idempotency-Key: a new one for every new intent, as a UUID.")
  .regex(
    /^[\x21-\x7e]{8,200}$/,
    "An Idempotency-Key is 8 to 200 printable ASCII characters without spaces.",
  );
