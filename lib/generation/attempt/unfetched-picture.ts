import * as z from "zod";
import { isEngineError } from "#lib/engine/image-engine.ts";
import { type ExpectedPicture, pictureWordsSchema } from "#lib/generation/attempt/picture-words.ts";

/** A picture that came as an address and could not be had from there: all that its row needs, once it can be. */
const unfetchedPictureSchema = z.object({
  index: z.int(),
  words: pictureWordsSchema,
  /** When it failed first, in ISO 8601. */
  since: z.string(),
});

export type UnfetchedPicture = z.infer<typeof unfetchedPictureSchema>;

/** The pictures of which an attempt's row keeps the addresses. */
export function readUnfetched(column: unknown): UnfetchedPicture[] {
  return z.array(unfetchedPictureSchema).nullable().parse(column) ?? [];
}

/** The address of the first of them. */
export function pictureUrlOf(column: unknown): string | null {
  return readUnfetched(column)[0]?.words.url ?? null;
}

/** Those whose address gave no picture, to be kept; `before` knows since when. */
export function findUnfetched(
  pictures: readonly ExpectedPicture[],
  {
    results,
    before,
    now,
  }: {
    results: readonly PromiseSettledResult<unknown>[];
    before: readonly UnfetchedPicture[];
    now: Date;
  },
): UnfetchedPicture[] {
  return pictures.flatMap(({ index, words }, at) => {
    const result = results[at];
    if (words.url === null || result?.status !== "rejected" || !isEngineError(result.reason)) {
      return [];
    }

    const known = before.find((one) => one.index === index);
    return [{ index, words, since: known?.since ?? now.toISOString() }];
  });
}
