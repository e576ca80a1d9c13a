import type { StudioState } from "#components/studio/studio-reducer.ts";
import type { StudioEvent } from "#lib/generation/studio-event.ts";

/** What a screen reader is told of an event, after it was applied; null for what is no news to a listener. */
export function describeEvent({ generations }: StudioState, event: StudioEvent): string | null {
  if (event.type === "image-stored") {
    const generation = generations.find((one) => one.id === event.image.generationId);
    if (!generation) return null;

    const asked = generation.parameters.n ?? 1;
    return `Image ${generation.images.length} of ${Math.max(asked, generation.images.length)} ready`;
  }
  if (event.type === "attempt-ended" && event.attempt.error) return event.attempt.error.message;
  return null;
}
