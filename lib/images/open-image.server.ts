import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { say } from "#messages/sentence.ts";

export type ImageVariant = "original" | "640" | "320";

export interface OpenedImage {
  stream: ReadableStream<Uint8Array>;
  bytes: number;
  type: string;
  hash: string;
  prompt: string;
}

/** Opens the bytes of a picture of the owner's, in the trash or not. Throws `not_found`. */
export async function openImage(
  { client, blobStore }: { client: PrismaClient; blobStore: BlobStore },
  { userId, id, variant }: { userId: string; id: string; variant: ImageVariant },
): Promise<OpenedImage> {
  const image = await client.image.findFirst({
    where: { id, userId },
    select: {
      blob: { select: { hash: true, type: true } },
      generation: { select: { prompt: true } },
    },
  });
  if (!image) throw new AppError("not_found", say("refusals.noPicture"));

  const { blob, generation } = image;
  const { hash, type } = blob;
  const key = variant === "original" ? blobKey(hash, type) : thumbnailKey(hash, variant);
  const opened = await blobStore.open(key);
  if (!opened) throw new AppError("not_found", say("refusals.fileMissing"));

  return {
    ...opened,
    type: variant === "original" ? type : "image/webp",
    hash,
    prompt: generation.prompt,
  };
}
