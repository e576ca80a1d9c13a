import {
  type ImageVariant,
  type OpenedVariant,
  openVariant,
} from "#lib/images/open-variant.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { say } from "#messages/sentence.ts";

/** Opens the bytes of a picture of the owner's, in the trash or not. Throws `not_found`. */
export async function openImage(
  { client, blobStore }: { client: PrismaClient; blobStore: BlobStore },
  { userId, id, variant }: { userId: string; id: string; variant: ImageVariant },
): Promise<OpenedVariant & { prompt: string }> {
  const image = await client.image.findFirst({
    where: { id, userId },
    select: {
      blob: { select: { hash: true, type: true } },
      generation: { select: { prompt: true } },
    },
  });
  if (!image) throw new AppError("not_found", say("refusals.noPicture"));

  const opened = await openVariant(blobStore, { ...image.blob, variant });
  return { ...opened, prompt: image.generation.prompt };
}
