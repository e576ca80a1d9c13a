import * as z from "zod";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

/** What a picture's row says of its files. */
export const imageFactsSchema = z.object({
  hash: z.string(),
  type: z.string(),
  bytes: z.int().nonnegative(),
});

export type ImageFacts = z.infer<typeof imageFactsSchema>;

/** The key of the original that belongs to a picture's row. */
export function originalKey({ hash, type }: ImageFacts): string {
  return blobKey(hash, type);
}

/** The keys of the thumbnails that belong to it. */
export function thumbnailKeys({ hash }: ImageFacts): string[] {
  return [thumbnailKey(hash, "640"), thumbnailKey(hash, "320")];
}
