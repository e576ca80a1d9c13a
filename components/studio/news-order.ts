import type { StudioSnapshot } from "#components/studio/feed/initial-state.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

/** Tells what is news from what is not: snapshots that are polled, and the replay after them, come over two ways at once. */
export interface NewsOrder {
  /** Whether this event tells more than the snapshot that was taken last. */
  takesEvent(event: StudioEvent, sequence: number): boolean;
  /** False when events have told more meanwhile: its answer was slow, and would take them back. */
  takesSnapshot(snapshot: Pick<StudioSnapshot, "generations" | "sequence">): boolean;
  /** The log begins anew: the next snapshot is the truth, whatever its number. */
  forget(): void;
}

/** Starts with the snapshot that the page came with. */
export function createNewsOrder(
  initial: Pick<StudioSnapshot, "generations" | "sequence">,
): NewsOrder {
  let newest = initial.sequence;
  let snapshot = { sequence: initial.sequence, oldestId: oldestOf(initial) };

  return {
    takesEvent(event, sequence) {
      newest = Math.max(newest, sequence);
      // A snapshot is one page: of what is older than that it says nothing, and the replay does.
      const isCovered = (generationIdOf(event) ?? snapshot.oldestId) >= snapshot.oldestId;
      return sequence > snapshot.sequence || !isCovered;
    },
    takesSnapshot(taken) {
      if (taken.sequence < newest) return false;

      newest = taken.sequence;
      snapshot = { sequence: taken.sequence, oldestId: oldestOf(taken) };
      return true;
    },
    forget() {
      newest = 0;
    },
  };
}

function oldestOf({ generations }: Pick<StudioSnapshot, "generations">): string {
  return generations.map(({ id }) => id).sort()[0] ?? "";
}

function generationIdOf(event: StudioEvent): string | null {
  if ("generation" in event) return event.generation.id;
  if ("attempt" in event) return event.attempt.generationId;
  if ("image" in event) return event.image.generationId;
  return "generationId" in event ? event.generationId : null;
}
