import { join } from "node:path";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { thumbnailKey } from "#lib/storage/blob-key.ts";
import { developImage } from "#lib/storage/codec/image.server.ts";
import { isImageError } from "#lib/storage/codec/image-error.ts";
import { createDiskBlobStore } from "#lib/storage/disk/disk-blob-store.server.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";

/** Makes the thumbnails of a picture anew from its original. */
export async function mendThumbnails(
  { original }: Finding,
  { dataDir }: { dataDir: string },
): Promise<{ done: string; left: boolean }> {
  const file = original ? await readHashed(join(dataDir, original)) : null;
  if (!file) return { done: "the picture itself is missing", left: true };

  try {
    // It was within the limits when it was stored.
    const image = await developImage(file.content, { bytesMax: Number.MAX_SAFE_INTEGER });
    const store = createDiskBlobStore({ directory: join(dataDir, "files") });
    for (const edge of ["640", "320"] as const) {
      await store.put(thumbnailKey(image.hash, edge), image.thumbnails[edge]);
    }
    return { done: "made anew", left: false };
  } catch (error) {
    if (!isImageError(error)) throw error;
    return { done: `not made: ${error.message}`, left: true };
  }
}
