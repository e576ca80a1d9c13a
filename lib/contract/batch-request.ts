import * as z from "zod";
import { imageRequestSchema } from "#lib/engine/image-request.ts";

/** One of the requests of a press. */
export const generationRequestSchema = imageRequestSchema.extend({
  /** What it was run again or remixed from. */
  sourceGenerationId: z
    .uuid("sourceGenerationId is the id of a generation.")
    .toLowerCase()
    .optional(),
  /** Who is to make it. Default: the first of the list that can be asked. */
  gatewayId: z.uuid("gatewayId is the id of a gateway.").toLowerCase().optional(),
});

export type GenerationRequest = z.infer<typeof generationRequestSchema>;

const generationsMax = 100;

/** Why a press makes several generations: models side by side, the cells of a grid, the lines of a list. */
export const batchKindSchema = z.enum(
  ["single", "models", "grid", "list"],
  "kind is single, models, grid or list.",
);

/** The body of `POST /api/batches`: what one press asks for, a generation for each request, in their order. */
export const batchRequestSchema = z
  .strictObject({
    kind: batchKindSchema,
    requests: z
      .array(generationRequestSchema, "Send requests: a list of what to generate.")
      .min(1, "Ask for one generation at least.")
      .max(generationsMax, `Ask for ${generationsMax} generations at most.`),
    /** How they came to be, as the axes of a grid: kept as it is sent, for the screens that show them together. */
    spec: z.record(z.string(), z.json(), "spec is an object.").default({}),
  })
  .refine(({ kind, requests }) => kind !== "single" || requests.length === 1, {
    path: ["requests"],
    error: "A single press asks for one generation.",
  });

export type BatchRequest = z.infer<typeof batchRequestSchema>;

/** The header `Idempotency-Key`: any printable ASCII, so that a UUID or a caller's own key will do. */
export const idempotencyKeySchema = z
  .string("Send the header Idempotency-Key: a new one for every new intent, as a UUID.")
  .regex(
    /^[\x21-\x7e]{8,200}$/,
    "An Idempotency-Key is 8 to 200 printable ASCII characters without spaces.",
  );
