import { toKnownCost } from "#lib/engine/cost-micros.ts";
import type { ExpectedImage } from "#lib/generation/attempt/image-words.ts";

/** What pictures cost together. Null as soon as one of them is not known, or cannot be: a paid picture must not wait for a number. */
export function sumCosts(images: readonly ExpectedImage[]): number | null {
  return images.reduce<number | null>((sum, { words }) => {
    const cost = toKnownCost(words.costMicros);
    return sum === null || cost === null ? null : toKnownCost(sum + cost);
  }, 0);
}
