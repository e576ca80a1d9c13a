import * as z from "zod";
import { generationViewSchema } from "#lib/contract/generation-view.ts";
import { pauseViewSchema } from "#lib/contract/pause-view.ts";

/** A page of the feed, and the sequence of the newest event that it is sure to contain. */
export const feedSnapshotSchema = z.strictObject({
  /** Newest first. */
  generations: z.array(generationViewSchema),
  /** What holds the queue up now. */
  pauses: z.array(pauseViewSchema),
  sequence: z.int(),
});

export type FeedSnapshot = z.infer<typeof feedSnapshotSchema>;
