import type { Page, Snapshot } from "#components/data/records/snapshot.ts";

/** Generations, and images, that the server gives at once. */
export const generationsOfPage = 20;
export const imagesOfPage = 100;

/** A page of the feed as the server answers, for the store. */
export function toFeedPage(answer: FeedAnswer, isOlder = false): Page {
  return { ...answer, isOlder, hasOlder: answer.generations.length >= generationsOfPage };
}

/** A page of the gallery as the server answers, for the store. */
export function toImagesPage(answer: ImagesAnswer, isOlder = false): Page {
  return { ...answer, isOlder, hasOlder: answer.images.length >= imagesOfPage };
}

type FeedAnswer = Snapshot & Required<Pick<Snapshot, "generations">>;
type ImagesAnswer = Snapshot & Required<Pick<Snapshot, "images">>;
