import type { ImageVariant } from "#lib/images/open-image.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { say } from "#messages/sentence.ts";

/** Which pictures a user may name and look at: those of the library, those that went into a generation, and those that were sent. */
export function ownBlobs(userId: string) {
  return {
    OR: [
      { uploads: { some: { userId } } },
      { images: { some: { userId } } },
      { inputs: { some: { generation: { userId } } } },
    ],
  };
}

/** Opens the bytes of a picture that goes into a generation. Throws `not_found`. */
export async function openInput(
  { client, blobStore }: { client: PrismaClient; blobStore: BlobStore },
  { userId, hash, variant }: { userId: string; hash: string; variant: ImageVariant },
) {
  const blob = await client.blob.findFirst({
    where: { hash, ...ownBlobs(userId) },
    select: { type: true },
  });
  if (!blob) throw new AppError("not_found", say("refusals.noPicture"));

  const isOriginal = variant === "original";
  const key = isOriginal ? blobKey(hash, blob.type) : thumbnailKey(hash, variant);
  const opened = await blobStore.open(key);
  if (!opened) throw new AppError("not_found", say("refusals.fileMissing"));

  return { ...opened, type: isOriginal ? blob.type : "image/webp" };
}
