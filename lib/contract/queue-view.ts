import * as z from "zod";
import { attemptViewSchema } from "#lib/contract/generation-view.ts";
import type { MessageKey } from "#messages/messages.ts";

/** An attempt that waits or is being made, as far as the queue is concerned. */
export const queueEntrySchema = attemptViewSchema.pick({
  id: true,
  generationId: true,
  gatewayId: true,
  position: true,
  state: true,
  stopRequestedAt: true,
});

export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** All that waits and is being made, in the order of the queue, and the sequence of the newest event that it is sure to contain. */
export const queueViewSchema = z.strictObject({
  entries: z.array(queueEntrySchema),
  sequence: z.int(),
});

export type QueueView = z.infer<typeof queueViewSchema>;

/** Where an attempt stands in the queue since its order was changed. */
export const queuePlaceSchema = attemptViewSchema.pick({
  id: true,
  generationId: true,
  position: true,
});

export type QueuePlace = z.infer<typeof queuePlaceSchema>;

/** The body of `POST /api/generations/:id/move`. */
export const moveRequestSchema = z.strictObject({
  /** The generation that it comes after, also when that has begun meanwhile; null: before all that wait. */
  after: z
    .uuid("refusals.after" satisfies MessageKey)
    .toLowerCase()
    .nullable(),
});
