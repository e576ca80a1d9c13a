import * as z from "zod";
import { inputRequestsSchema } from "#lib/contract/input/input-view.ts";
import { imageRequestSchema } from "#lib/engine/image-request.ts";
import type { MessageKey } from "#messages/messages.ts";

/** One of the requests of a press. */
export const generationRequestSchema = imageRequestSchema.extend({
  /** What it was run again or remixed from. */
  sourceGenerationId: z
    .uuid("refusals.sourceId" satisfies MessageKey)
    .toLowerCase()
    .optional(),
  /** Who is to make it. Default: the first of the list that can be asked. */
  gatewayId: z
    .uuid("refusals.gatewayId" satisfies MessageKey)
    .toLowerCase()
    .optional(),
  /** Whether it comes before all that wait. */
  toFront: z.boolean().optional(),
  /** What goes into it beside the prompt. */
  inputs: inputRequestsSchema.optional(),
});

export type GenerationRequest = z.infer<typeof generationRequestSchema>;

const generationsMax = 100;

/** Why a press makes several generations: models side by side, the cells of a grid, the lines of a list. */
export const batchKindSchema = z.enum(
  ["single", "models", "grid", "list"],
  "refusals.kinds" satisfies MessageKey,
);

/** The body of `POST /api/batches`: what one press asks for, a generation for each request, in their order. */
export const batchRequestSchema = z
  .strictObject({
    kind: batchKindSchema,
    requests: z
      .array(generationRequestSchema, "refusals.sendRequests" satisfies MessageKey)
      .min(1, "refusals.requestsMin" satisfies MessageKey)
      .max(generationsMax, "refusals.requestsMax" satisfies MessageKey),
    /** How they came to be, as the axes of a grid: kept as it is sent, for the screens that show them together. */
    spec: z.record(z.string(), z.json(), "refusals.specObject" satisfies MessageKey).default({}),
  })
  .refine(({ kind, requests }) => kind !== "single" || requests.length === 1, {
    path: ["requests"],
    error: "refusals.singleAsksOne" satisfies MessageKey,
  });

export type BatchRequest = z.infer<typeof batchRequestSchema>;

/** The header `Idempotency-Key`: any printable ASCII, so that a UUID or a caller's own key will do. */
export const idempotencyKeySchema = z
  .string("refusals.sendKey" satisfies MessageKey)
  .regex(/^[\x21-\x7e]{8,200}$/, "refusals.keyForm" satisfies MessageKey);
