import type { SubmissionStanding } from "#components/data/records/surroundings.ts";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Reason } from "#messages/reason.ts";

export type TileState =
  | { type: "picture"; image: ImageView }
  | { type: "trashed" }
  /** Its picture was deleted for good. */
  | { type: "purged" }
  /** On its way to our own server. */
  | { type: "sending" }
  /** It is not known to have come there, or will not be made. */
  | { type: "unsent"; standing: Exclude<SubmissionStanding, { type: "sending" }> }
  | { type: "queued" }
  /** It waits by itself; times are ISO 8601. */
  | { type: "waiting"; until: string; reason: Reason | null }
  /** The whole queue waits. */
  | { type: "paused"; pause: PauseView }
  /** With a reason: what came has no place yet. */
  | { type: "running"; since: string; isStopping: boolean; reason: Reason | null }
  | { type: "storing" }
  /** It is here, and could not be saved yet; it is tried again by itself then. */
  | { type: "unsaved"; until: string | null }
  /** It ended without a picture. */
  | { type: "problem" };

export interface TileView {
  /** Stays the same while the tile goes through its states. */
  key: string;
  attempt: AttemptView;
  state: TileState;
}

interface TilesOptions {
  /** Of a press that the server has not answered; null of one that it has. */
  standing: SubmissionStanding | null;
  /** What holds the queue up for its gateway. */
  pause: PauseView | null;
}

/**
 * The tiles of a generation, in order: for each index the newest attempt, and one more for each picture that came
 * beyond those asked for.
 */
export function tilesOf(generation: GenerationView, { standing, pause }: TilesOptions): TileView[] {
  return newestAttempts(generation.attempts).flatMap((attempt) => {
    const images = generation.images.filter((image) => image.attemptId === attempt.id);
    const key = String(attempt.index);
    if (images.length === 0) {
      const isOver = generation.endedAt !== null && attempt.state === "succeeded";
      const told = isOver ? ({ type: "purged" } as const) : stateOf(attempt, pause);
      const state = standing ? stateOfSubmission(standing) : told;
      return [{ key, attempt, state }];
    }
    return images.map((image, at) => ({
      key: at === 0 ? key : `${key}-${at}`,
      attempt,
      state: image.deletedAt === null ? { type: "picture", image } : { type: "trashed" },
    }));
  });
}

function stateOfSubmission(standing: SubmissionStanding): TileState {
  return standing.type === "sending" ? standing : { type: "unsent", standing };
}

function stateOf(attempt: AttemptView, pause: PauseView | null): TileState {
  switch (attempt.state) {
    case "queued":
      if (pause) return { type: "paused", pause };
      return attempt.notBefore === null
        ? { type: "queued" }
        : { type: "waiting", until: attempt.notBefore, reason: attempt.error?.reason ?? null };
    case "claimed":
    case "sending":
    case "receiving":
      return {
        type: "running",
        since: attempt.sentAt ?? attempt.createdAt,
        isStopping: attempt.stopRequestedAt !== null,
        reason: attempt.error?.reason ?? null,
      };
    case "storing":
      return attempt.error ? { type: "unsaved", until: attempt.notBefore } : { type: "storing" };
    // The picture's own event follows in a moment.
    case "succeeded":
      return { type: "storing" };
    case "failed":
    case "unknown":
    case "canceled":
      return { type: "problem" };
    default:
      return attempt.state satisfies never;
  }
}
