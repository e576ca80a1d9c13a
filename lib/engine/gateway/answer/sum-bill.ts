import { readCostMicros } from "#lib/engine/gateway/answer/read-delivered.ts";
import type { ImageChunk } from "#lib/meshapi/document/image-chunk.ts";

/** What an answer costs, of which some tell beside each picture, and some once, in another event or a header. */
export interface Bill {
  /** What the pictures of a chunk cost, as far as it is known with them. */
  ofPictures(chunk: ImageChunk): number | null;
  /** Takes in what a chunk without pictures tells. */
  take(chunk: ImageChunk): void;
  /** What all of it cost, where more was told than with the pictures. */
  whole(): number | null;
}

/** Begins the bill of one answer. */
export function createBill(): Bill {
  /** Of the whole, and not beside a picture. */
  let told: number | null = null;
  let given: number | null = null;
  let hasPictures = false;

  return {
    ofPictures(chunk) {
      // What was told before is told with the first of them.
      const own = readCostMicros(chunk) ?? (hasPictures && told !== null ? 0 : told);
      hasPictures = true;
      if (own !== null) given = (given ?? 0) + own;
      return own;
    },
    take(chunk) {
      const cost = readCostMicros(chunk);
      // Before the picture it is the beginning of a count.
      if (cost || (cost === 0 && hasPictures)) told = cost || told || 0;
    },
    whole: () => (told === null || (given ?? -1) >= told ? null : told),
  };
}
