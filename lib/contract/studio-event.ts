import type { GenerationState } from "#lib/contract/attempt-state.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/**
 * What `GET /api/events` sends, one row of the user's log each; the SSE id is the row's sequence, the SSE
 * event name is `type`, the SSE data is the rest as JSON. Each carries the whole of the noun that changed,
 * so that a reader replaces and never patches.
 */
export type StudioEvent =
  | { type: "generation-queued"; generation: GenerationView }
  | { type: "attempt-queued"; attempt: AttemptView; generationState: GenerationState }
  | { type: "attempt-started"; attempt: AttemptView; generationState: GenerationState }
  /** A newer partial picture is at `/api/attempts/:id/partial?version=`. */
  | { type: "image-partial"; generationId: string; attemptId: string; version: number }
  | { type: "image-stored"; image: ImageView }
  | { type: "image-updated"; image: ImageView }
  /** A stop was asked for, its picture has arrived, or why that waits has changed; the state may be the same. */
  | { type: "attempt-updated"; attempt: AttemptView; generationState: GenerationState }
  | { type: "attempt-ended"; attempt: AttemptView; generationState: GenerationState }
  | { type: "generation-ended"; generationId: string; state: GenerationState; endedAt: string }
  | { type: "generation-deleted"; generationId: string }
  | { type: "generation-restored"; generation: GenerationView }
  /** All of what holds the queue up now; an empty list: nothing any more. */
  | { type: "pauses-changed"; pauses: PauseView[] }
  /** So much more was spent than was told until now; less, where the gateway says that it did not bill. */
  | { type: "usage-updated"; generationId: string; costMicros: number };

/** Sent instead of a replay when the cursor is older than the log: take a new snapshot. */
export const resetEventType = "reset";
