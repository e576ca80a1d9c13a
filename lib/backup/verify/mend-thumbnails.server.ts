import type { Finding } from "#lib/backup/verify/finding.ts";
import { thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { developImage } from "#lib/storage/codec/image.server.ts";
import { isImageError } from "#lib/storage/codec/image-error.ts";
import { readBlob } from "#lib/storage/read-blob.server.ts";

/** Makes the thumbnails of a picture anew from its original. */
export async function mendThumbnails(
  { original }: Finding,
  store: BlobStore,
): Promise<{ done: string; left: boolean }> {
  const content = original ? await readBlob(store, original.replace(/^files\//, "")) : null;
  if (!content) return { done: "the picture itself is missing", left: true };

  try {
    // It was within the limits when it was stored.
    const image = await developImage(content, { bytesMax: Number.MAX_SAFE_INTEGER });
    for (const edge of ["640", "320"] as const) {
      await store.put(thumbnailKey(image.hash, edge), image.thumbnails[edge]);
    }
    return { done: "made anew", left: false };
  } catch (error) {
    if (!isImageError(error)) throw error;
    return { done: `not made: ${error.message}`, left: true };
  }
}
