import * as z from "zod";
import { generationStateSchema } from "#lib/contract/attempt-state.ts";
import { attemptViewSchema, generationViewSchema } from "#lib/contract/generation-view.ts";
import { imageViewSchema } from "#lib/contract/image-view.ts";
import { imageTileSchema } from "#lib/contract/library/image-tile.ts";
import { pauseViewSchema } from "#lib/contract/pause-view.ts";
import { queuePlaceSchema } from "#lib/contract/queue-view.ts";

/** The which of how many a partial picture is. */
const partialPlaceSchema = z.strictObject({ number: z.int(), of: z.int() });

export const purgedImageSchema = z.strictObject({ id: z.uuid(), generationId: z.uuid() });

export type PurgedImage = z.infer<typeof purgedImageSchema>;

export type PartialPlace = z.infer<typeof partialPlaceSchema>;

/** What the events of an attempt carry; the state is its generation's. */
const attemptNews = { attempt: attemptViewSchema, generationState: generationStateSchema };

/**
 * What `GET /api/events` sends, one row of the user's log each; the SSE id is the row's sequence, the SSE
 * event name is `type`, the SSE data is the rest as JSON. Each carries the whole of the noun that changed,
 * so that a reader replaces and never patches.
 */
export const studioEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("generation-queued"), generation: generationViewSchema }),
  z.strictObject({ type: z.literal("attempt-queued"), ...attemptNews }),
  z.strictObject({ type: z.literal("attempt-started"), ...attemptNews }),
  /** A stop was asked for, its picture has arrived, or why that waits has changed; the state may be the same. */
  z.strictObject({ type: z.literal("attempt-updated"), ...attemptNews }),
  z.strictObject({ type: z.literal("attempt-ended"), ...attemptNews }),
  /** A newer partial picture is at `/api/attempts/:id/partial?version=`. */
  z.strictObject({
    type: z.literal("image-partial"),
    generationId: z.uuid(),
    attemptId: z.uuid(),
    version: z.int(),
    /** Null where it is not known how many there will be; not there in events of before it was told. */
    place: partialPlaceSchema.nullish(),
  }),
  z.strictObject({ type: z.literal("image-stored"), image: imageViewSchema }),
  z.strictObject({ type: z.literal("image-updated"), image: imageViewSchema }),
  /** Several that were changed at once: as the lists tell them. */
  z.strictObject({ type: z.literal("images-updated"), images: z.array(imageTileSchema) }),
  /** They are gone from the trash, and for good. */
  z.strictObject({ type: z.literal("images-purged"), images: z.array(purgedImageSchema) }),
  z.strictObject({
    type: z.literal("generation-ended"),
    generationId: z.uuid(),
    state: generationStateSchema,
    endedAt: z.iso.datetime(),
  }),
  z.strictObject({ type: z.literal("generation-deleted"), generationId: z.uuid() }),
  z.strictObject({ type: z.literal("generation-restored"), generation: generationViewSchema }),
  /** The order of the queue was changed: where those stand now whose place is another. */
  z.strictObject({ type: z.literal("queue-reordered"), places: z.array(queuePlaceSchema) }),
  /** All of what holds the queue up now; an empty list: nothing any more. */
  z.strictObject({ type: z.literal("pauses-changed"), pauses: z.array(pauseViewSchema) }),
  /** So much more was spent than was told until now; less, where the gateway says that it did not bill. */
  z.strictObject({
    type: z.literal("usage-updated"),
    generationId: z.uuid(),
    costMicros: z.int(),
  }),
]);

export type StudioEvent = z.infer<typeof studioEventSchema>;
