import {
  foldGeneration,
  generationIdOf,
  type PartEvent,
} from "#components/data/records/fold-generation.ts";
import { putGeneration, putImage } from "#components/data/records/put-page.ts";
import { putInQueue, putPlaces } from "#components/data/records/put-queue.ts";
import type { Records } from "#components/data/records/records.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { PurgedImage, StudioEvent } from "#lib/contract/studio-event.ts";

/** Takes what an event tells of records. False when that is no news of any. */
export function applyEvent(records: Records, event: StudioEvent, sequence: number): boolean {
  if ("generation" in event) {
    const isNews = !records.generations.isKnown(event.generation.id, sequence);
    return isNews && putGeneration(records, event.generation, sequence);
  }
  if ("image" in event) {
    const isNewsOfImage = applyToImage(records, event.image, sequence);
    return applyPart(records, event, sequence) || isNewsOfImage;
  }
  if ("attempt" in event) putInQueue(records, event.attempt, sequence);
  if ("attempt" in event || event.type === "generation-ended") {
    return applyPart(records, event, sequence);
  }
  switch (event.type) {
    case "generation-deleted": {
      const isNews = !records.generations.isKnown(event.generationId, sequence);
      if (isNews) dropGeneration(records, event.generationId, sequence);
      return isNews;
    }
    case "images-updated":
      return event.images.map((image) => applyToImage(records, image, sequence)).includes(true);
    case "images-purged":
      return purgeImages(records, event.images, sequence);
    case "queue-reordered":
      return putPlaces(records, event.places, sequence);
    // `withEvent` takes these; what was spent is on the attempts, which tell it themselves.
    case "image-partial":
    case "pauses-changed":
    case "usage-updated":
      return false;
    default:
      return event satisfies never;
  }
}

/** A generation is gone as of an event, and its images with it. */
export function dropGeneration(
  { generations, images }: Records,
  id: string,
  sequence: number,
): void {
  generations.drop(id, sequence);
  for (const image of images.values()) {
    if (image.generationId === id) images.drop(image.id, sequence);
  }
}

function applyToImage(records: Records, image: ImageTile, sequence: number): boolean {
  return !records.images.isKnown(image.id, sequence) && putImage(records, image, sequence);
}

/** They are gone as of an event, from their generations as well. */
function purgeImages(
  { generations, images }: Records,
  purged: readonly PurgedImage[],
  sequence: number,
): boolean {
  const news = purged.filter(({ id }) => !images.isKnown(id, sequence));
  for (const { id } of news) images.drop(id, sequence);
  const gone = new Set(news.map(({ id }) => id));
  for (const generationId of new Set(news.map((image) => image.generationId))) {
    if (generations.isKnown(generationId, sequence)) continue;
    generations.patch(generationId, sequence, (told) => ({
      ...told,
      images: told.images.filter(({ id }) => !gone.has(id)),
    }));
  }
  return news.length > 0;
}

function applyPart({ generations }: Records, event: PartEvent, sequence: number): boolean {
  const id = generationIdOf(event);
  if (generations.isKnown(id, sequence)) return false;

  generations.patch(id, sequence, (told) => foldGeneration(told, event));
  return true;
}
