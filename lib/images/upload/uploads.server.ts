import type { UploadView } from "#lib/contract/input/upload-view.ts";
import { translateUploadError } from "#lib/images/upload/translate-upload-error.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { developImage, type Image } from "#lib/storage/codec/image.server.ts";
import { toInput } from "#lib/storage/codec/to-input.server.ts";
import { receiveFile, refuseLarge } from "#lib/storage/spool/receive-file.server.ts";

interface UploadsOptions {
  client: PrismaClient;
  blobStore: BlobStore;
  /** Where files lie while they arrive; what a process that died leaves there is swept as what is unfinished. */
  directory: string;
  /** The largest file that is taken. */
  bytesMax: number;
  /** What decoding may take of the memory. Default: what is free. */
  decodeBytesMax?: number | undefined;
}

export interface Uploads {
  /**
   * Takes a picture that a user sends, makes it fit to go into a request, and keeps it; the same picture twice is kept once. Throws
   * `body_too_large`, `unsupported_media_type` and `invalid_request` about the field `file`, and `storage_unavailable`.
   */
  take(upload: {
    userId: string;
    body: ReadableStream<Uint8Array> | null;
    /** As its sender says; the bytes are counted all the same. */
    length: number;
  }): Promise<UploadView>;
}

/** Takes uploads: each is streamed to the disk, and one at a time is looked at. */
export function createUploads(options: UploadsOptions): Uploads {
  const { client, blobStore, directory, bytesMax, decodeBytesMax } = options;
  const use = createTurns();
  const memory = { memoryBytesMax: decodeBytesMax };

  return {
    async take({ userId, body, length }) {
      refuseLarge(length, bytesMax);
      return receiveFile(body, { directory, bytesMax, use }, async (file) => {
        const { image, sent } = await translateUploadError(async () => {
          const input = await toInput(file, { bytesMax, ...memory });
          const image = await developImage(input.bytes, { bytesMax, ...memory });
          return { image: { ...image, file: input.bytes }, sent: input };
        });
        await putFiles(blobStore, image);
        const { thumbnails: _thumbnails, file: _file, ...blob } = image;
        await writeRows(client, { userId, blob });
        return { ...blob, sent: { width: sent.width, height: sent.height, bytes: file.length } };
      });
    },
  };
}

/** Its files are in place before its row speaks of them. */
async function putFiles(
  blobStore: BlobStore,
  { hash, type, file, thumbnails }: Image & { file: Uint8Array },
): Promise<void> {
  await Promise.all([
    blobStore.put(blobKey(hash, type), file),
    blobStore.put(thumbnailKey(hash, "640"), thumbnails["640"]),
    blobStore.put(thumbnailKey(hash, "320"), thumbnails["320"]),
  ]);
}

async function writeRows(
  client: PrismaClient,
  { userId, blob }: { userId: string; blob: Omit<Image, "thumbnails"> },
): Promise<void> {
  const blobHash = blob.hash;
  const uploadedAt = new Date();
  await client.$transaction(async (transaction) => {
    await transaction.blob.createMany({ data: [blob], skipDuplicates: true });
    await transaction.upload.upsert({
      where: { userId_blobHash: { userId, blobHash } },
      create: { userId, blobHash, uploadedAt },
      update: { uploadedAt },
      select: { blobHash: true },
    });
  });
}

/** One piece of work after another, in the order in which they come. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    // What became of one is no matter of the next.
    last = turn.catch(() => {});
    return turn;
  };
}
