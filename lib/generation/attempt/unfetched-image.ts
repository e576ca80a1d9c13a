import * as z from "zod";
import { isEngineError } from "#lib/engine/image-engine.ts";
import { type ExpectedImage, imageWordsSchema } from "#lib/generation/attempt/image-words.ts";

/** A picture that came as an address and could not be had from there: all that its row needs, once it can be. */
const unfetchedImageSchema = z.object({
  index: z.int(),
  words: imageWordsSchema,
  /** When it failed first, in ISO 8601. */
  since: z.string(),
});

export type UnfetchedImage = z.infer<typeof unfetchedImageSchema>;

/** The pictures of which an attempt's row keeps the addresses. */
export function readUnfetched(column: unknown): UnfetchedImage[] {
  return z.array(unfetchedImageSchema).nullable().parse(column) ?? [];
}

/** The address of the first of them. */
export function imageUrlOf(column: unknown): string | null {
  return readUnfetched(column)[0]?.words.url ?? null;
}

/** Those whose address gave no picture, to be kept; `before` knows since when. */
export function findUnfetched(
  images: readonly ExpectedImage[],
  {
    results,
    before,
    now,
  }: {
    results: readonly PromiseSettledResult<unknown>[];
    before: readonly UnfetchedImage[];
    now: Date;
  },
): UnfetchedImage[] {
  return images.flatMap(({ index, words }, at) => {
    const result = results[at];
    if (words.url === null || result?.status !== "rejected" || !isEngineError(result.reason)) {
      return [];
    }

    const known = before.find((one) => one.index === index);
    return [{ index, words, since: known?.since ?? now.toISOString() }];
  });
}
