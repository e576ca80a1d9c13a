import * as z from "zod";
import {
  attemptStateSchema,
  chargedSchema,
  generationStateSchema,
} from "#lib/contract/attempt-state.ts";
import { gatewayRefSchema } from "#lib/contract/gateway-view.ts";
import { imageViewSchema } from "#lib/contract/image-view.ts";
import { inputViewSchema } from "#lib/contract/input/input-view.ts";
import { storedRequestSchema } from "#lib/engine/image-request.ts";
import { reasonSchema } from "#lib/platform/reason-schema.ts";

const attemptErrorSchema = z.strictObject({
  /** An `EngineErrorCode`, or one of ours: `storage_unavailable`, `memory_short`, `decode_interrupted`, `other_folder`, `bad_picture`, `interrupted`, `restored`. */
  code: z.string(),
  /** What happened, for people. */
  reason: reasonSchema,
  /** The gateway's raw words. */
  detail: z.string().nullable(),
  /** The field of the request that the gateway named as wrong. */
  field: z.string().nullable(),
});

export type AttemptError = z.infer<typeof attemptErrorSchema>;

/** One request to an engine, as the screens and the HTTP see it. Times are ISO 8601. */
export const attemptViewSchema = z.strictObject({
  id: z.uuid(),
  generationId: z.uuid(),
  /** Who is to make it: its generation's. */
  gatewayId: z.uuid(),
  /** Which tile of the generation it fills, from 0. A retry has the index of the attempt it repeats. */
  index: z.int(),
  /** The place in the queue: lower is earlier. */
  position: z.int(),
  state: attemptStateSchema,
  seed: z.int().nullable(),
  /** It waits until then: a back-off, or the gateway's Retry-After. */
  notBefore: z.iso.datetime().nullable(),
  /** How often it came back proven unsent, and how often it was refused for now. */
  unsentCount: z.int(),
  refusedCount: z.int(),
  createdAt: z.iso.datetime(),
  claimedAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
  /** When the gateway answered. */
  receivedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  stopRequestedAt: z.iso.datetime().nullable(),
  requestId: z.string().nullable(),
  charged: chargedSchema.nullable(),
  /**
   * Why it ended without a picture, or came back to the queue. In `storing`: why the picture, which is here and paid for,
   * is not in its place yet; it is tried again at `notBefore`.
   */
  error: attemptErrorSchema.nullable(),
  /** Millionths of a US dollar; null when the price is not known. */
  estimatedCostMicros: z.int().nullable(),
  actualCostMicros: z.int().nullable(),
  retryOfId: z.uuid().nullable(),
  /** How often the gateway was asked whether it was billed; null where it keeps no usage to ask. */
  settleCount: z.int().nullable(),
  /** When it is asked next by itself. */
  settleAt: z.iso.datetime().nullable(),
  /** When the gateway said whether it was billed: `charged` and the cost are its word since. */
  settledAt: z.iso.datetime().nullable(),
  /** Where a picture can still be fetched that could not be until now: free, with "Fetch again". */
  imageUrl: z.string().nullable(),
  /** When "Fetch again" was last carried out and gave no picture: `error` says why. Null when it was not. */
  fetchTriedAt: z.iso.datetime().nullable(),
  /** What came in the place of a picture has so many bytes, at `/api/attempts/:id/answer`; null when nothing did. */
  answerBytes: z.int().nullable(),
});

export type AttemptView = z.infer<typeof attemptViewSchema>;

/** One request as it was asked, with its attempts by index, and its pictures in their order and that of each answer. */
export const generationViewSchema = z.strictObject({
  id: z.uuid(),
  /** The press that it is of. */
  batchId: z.uuid(),
  state: generationStateSchema,
  prompt: z.string(),
  /** The request as it was asked for. */
  parameters: storedRequestSchema,
  model: z.string().nullable(),
  gateway: gatewayRefSchema,
  /** In the order in which they were sent. */
  inputs: z.array(inputViewSchema),
  sourceGenerationId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  attempts: z.array(attemptViewSchema),
  images: z.array(imageViewSchema),
});

export type GenerationView = z.infer<typeof generationViewSchema>;
