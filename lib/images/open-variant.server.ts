import { AppError } from "#lib/platform/errors.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, ByteRange } from "#lib/storage/blob-store.ts";
import { say } from "#messages/sentence.ts";

export type ImageVariant = "original" | "640" | "320";

export interface OpenedVariant {
  /** All of them. */
  bytes: number;
  type: string;
  hash: string;
  /** Names these very bytes, for a browser that has kept them. */
  tag: string;
  /** All or a part of them. Throws `not_found` when they have gone since. */
  read(range: ByteRange | null): Promise<ReadableStream<Uint8Array>>;
}

/** Opens the bytes of a picture, or of a WebP of it. Throws `not_found`. */
export async function openVariant(
  blobStore: BlobStore,
  { hash, type, variant }: { hash: string; type: string; variant: ImageVariant },
): Promise<OpenedVariant> {
  const isOriginal = variant === "original";
  const key = isOriginal ? blobKey(hash, type) : thumbnailKey(hash, variant);
  async function open(range?: ByteRange) {
    const opened = await blobStore.open(key, range);
    if (!opened) throw new AppError("not_found", say("refusals.fileMissing"));
    return opened;
  }

  const { bytes, stream } = await open();
  return {
    bytes,
    type: isOriginal ? type : "image/webp",
    hash,
    tag: `"${hash}-${variant}"`,
    read: async (range) => (range ? (await open(range)).stream : stream),
  };
}
