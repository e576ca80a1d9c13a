import * as z from "zod";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import { type ExpectedImage, imageWordsSchema } from "#lib/generation/attempt/image-words.ts";

/** A picture that came as an address and could not be had from there: all that its row needs, once it can be. */
const unfetchedImageSchema = z.object({
  index: z.int(),
  words: imageWordsSchema,
  /** When it failed first, in ISO 8601. */
  since: z.string(),
  /** When a person last had it fetched again, in vain; absent when nobody did. */
  triedAgainAt: z.string().optional(),
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

/** When one of them was last fetched again by a person's press, and gave none. */
export function fetchTriedAtOf(column: unknown): string | null {
  const times = readUnfetched(column).flatMap(({ triedAgainAt }) => triedAgainAt ?? []);
  return times.toSorted().at(-1) ?? null;
}

/** Those whose address gave no picture, to be kept; `before` knows since when. */
export function findUnfetched(
  images: readonly ExpectedImage[],
  {
    results,
    before,
    now,
    isAgain,
  }: {
    results: readonly PromiseSettledResult<unknown>[];
    before: readonly UnfetchedImage[];
    now: Date;
    /** Whether a person had them fetched again. */
    isAgain: boolean;
  },
): UnfetchedImage[] {
  return images.flatMap(({ index, words }, at) => {
    const result = results[at];
    if (words.url === null || result?.status !== "rejected" || !isEngineError(result.reason)) {
      return [];
    }

    const known = before.find((one) => one.index === index);
    const since = known?.since ?? now.toISOString();
    return [{ index, words, since, ...(isAgain && { triedAgainAt: now.toISOString() }) }];
  });
}
