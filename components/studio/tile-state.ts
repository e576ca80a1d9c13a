import { describeProblem, type Problem } from "#components/studio/describe-problem.ts";
import type { ImageView } from "#lib/gallery/image-view.ts";
import type { AttemptView, GenerationView } from "#lib/generation/generation-view.ts";

export type TileState =
  | { type: "picture"; image: ImageView }
  | { type: "trashed" }
  /** On its way to our own server. */
  | { type: "sending" }
  | { type: "queued" }
  /** It waits by itself; times are ISO 8601. */
  | { type: "waiting"; until: string; reason: string | null }
  | { type: "running"; since: string; isStopping: boolean }
  | { type: "storing" }
  | { type: "problem"; problem: Problem };

export interface TileView {
  /** Stays the same while the tile goes through its states. */
  key: string;
  attempt: AttemptView;
  state: TileState;
}

/**
 * The tiles of a generation, in order: for each index the newest attempt, and one more for each picture that came
 * beyond those asked for.
 */
export function tilesOf(generation: GenerationView, { isPress }: { isPress: boolean }): TileView[] {
  return newestAttempts(generation.attempts).flatMap((attempt) => {
    const images = generation.images.filter((image) => image.attemptId === attempt.id);
    const key = String(attempt.index);
    if (images.length === 0) {
      const state: TileState = isPress ? { type: "sending" } : stateOf(attempt, generation.engine);
      return [{ key, attempt, state }];
    }
    return images.map((image, at) => ({
      key: at === 0 ? key : `${key}-${at}`,
      attempt,
      state: image.deletedAt === null ? { type: "picture", image } : { type: "trashed" },
    }));
  });
}

/** A retry takes the tile of the attempt that it repeats. */
function newestAttempts(attempts: readonly AttemptView[]): AttemptView[] {
  const byIndex = new Map<number, AttemptView>();
  for (const attempt of attempts) {
    const other = byIndex.get(attempt.index);
    if (!other || other.id < attempt.id) byIndex.set(attempt.index, attempt);
  }
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

function stateOf(attempt: AttemptView, engine: GenerationView["engine"]): TileState {
  switch (attempt.state) {
    case "queued":
      return attempt.notBefore === null
        ? { type: "queued" }
        : { type: "waiting", until: attempt.notBefore, reason: attempt.error?.message ?? null };
    case "claimed":
    case "sending":
    case "receiving":
      return {
        type: "running",
        since: attempt.sentAt ?? attempt.createdAt,
        isStopping: attempt.stopRequestedAt !== null,
      };
    // The bytes are here; the picture's own event follows in a moment.
    case "storing":
    case "succeeded":
      return { type: "storing" };
    case "failed":
    case "unknown":
    case "canceled":
      return { type: "problem", problem: describeProblem(attempt, engine) };
    default:
      return attempt.state satisfies never;
  }
}
