import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Rows } from "../../evidence.ts";

/** What a page shows that has followed the log from its beginning; written a second time, apart from the studio's own. */
export function foldEvents(events: Rows["events"]): ReadonlyMap<string, GenerationView> {
  const feed = new Map<string, GenerationView>();
  for (const { type, data } of events) apply(feed, { ...Object(data), type });
  return feed;
}

function apply(feed: Map<string, GenerationView>, event: StudioEvent): void {
  const change = (id: string, update: (generation: GenerationView) => Partial<GenerationView>) => {
    const known = feed.get(id);
    if (known) feed.set(id, { ...known, ...update(known) });
  };

  switch (event.type) {
    case "generation-queued":
    case "generation-restored":
      feed.set(event.generation.id, event.generation);
      return;
    case "generation-deleted":
      feed.delete(event.generationId);
      return;
    case "attempt-queued":
    case "attempt-started":
    case "attempt-updated":
    case "attempt-ended":
      change(event.attempt.generationId, ({ attempts, endedAt }) => ({
        state: event.generationState,
        endedAt: ["queued", "running"].includes(event.generationState) ? null : endedAt,
        // A retry comes after what it repeats, as it was told.
        attempts: replaced(attempts, event.attempt).sort((a, b) => a.index - b.index),
      }));
      return;
    case "image-stored":
    case "image-updated":
      change(event.image.generationId, ({ attempts, images }) => {
        const place = (id: string) => attempts.findIndex((attempt) => attempt.id === id);
        return {
          images: replaced(images, event.image).sort(
            (a, b) => place(a.attemptId) - place(b.attemptId) || a.index - b.index,
          ),
        };
      });
      return;
    case "generation-ended":
      change(event.generationId, () => ({ state: event.state, endedAt: event.endedAt }));
      return;
    case "queue-reordered":
      for (const { id, generationId, position } of event.places) {
        change(generationId, ({ attempts }) => ({
          attempts: attempts.map((one) => (one.id === id ? { ...one, position } : one)),
        }));
      }
      return;
    // The run changes no pictures.
    case "images-updated":
    case "images-purged":
    case "image-partial":
    case "pauses-changed":
    case "usage-updated":
      return;
    default:
      event satisfies never;
  }
}

/** In its place; one that is new, at the end. */
function replaced<Noun extends { id: string }>(nouns: readonly Noun[], noun: Noun): Noun[] {
  const isKnown = nouns.some(({ id }) => id === noun.id);
  return isKnown ? nouns.map((one) => (one.id === noun.id ? noun : one)) : [...nouns, noun];
}
