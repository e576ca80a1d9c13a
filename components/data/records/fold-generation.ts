import type { GenerationState } from "#lib/contract/attempt-state.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

/** An event that tells of a part of a generation. */
export type PartEvent = Extract<
  StudioEvent,
  { attempt: AttemptView } | { image: ImageView } | { type: "generation-ended" }
>;

/** The generation that an event tells of. */
export function generationIdOf(event: PartEvent): string {
  if ("attempt" in event) return event.attempt.generationId;
  if ("image" in event) return event.image.generationId;
  return event.generationId;
}

/** A generation after an event. Events carry whole nouns, so one that comes twice changes nothing. */
export function foldGeneration(generation: GenerationView, event: PartEvent): GenerationView {
  if ("attempt" in event) {
    return {
      ...generation,
      state: event.generationState,
      // A retry wakes one that had ended; its end is told by an event of its own.
      endedAt: isUnderWay(event.generationState) ? null : generation.endedAt,
      attempts: withAttempt(generation.attempts, event.attempt),
    };
  }
  if ("image" in event) {
    return { ...generation, images: withImage(generation, event.image) };
  }
  return { ...generation, state: event.state, endedAt: event.endedAt };
}

function isUnderWay(state: GenerationState): boolean {
  return state === "queued" || state === "running";
}

function withAttempt(attempts: readonly AttemptView[], attempt: AttemptView): AttemptView[] {
  const others = attempts.filter((one) => one.id !== attempt.id);
  return [...others, attempt].sort((a, b) => a.index - b.index || (a.id < b.id ? -1 : 1));
}

/** By the tile that they fill, and in the order of their answer: one that was stored later may stand before. */
function withImage({ attempts, images }: GenerationView, image: ImageView): ImageView[] {
  const others = images.filter((one) => one.id !== image.id);
  const places = new Map(attempts.map(({ id }, at) => [id, at]));
  const place = ({ attemptId }: ImageView) => places.get(attemptId) ?? attempts.length;
  return [...others, image].sort(
    (a, b) => place(a) - place(b) || a.index - b.index || (a.id < b.id ? -1 : 1),
  );
}
