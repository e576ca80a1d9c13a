import { type ImageVariant, openVariant } from "#lib/images/open-variant.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
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

  return openVariant(blobStore, { hash, type: blob.type, variant });
}
