import { v7 as uuidv7 } from "uuid";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { ImageWords } from "#lib/generation/attempt/image-words.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { imageSelect, toImageView } from "#lib/images/image-record.server.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import { type DecodeWatch, developImage, type Image } from "#lib/storage/codec/image.server.ts";
import { type ImageError, isImageError } from "#lib/storage/codec/image-error.ts";

/** For all tries of fetching one result. */
const fetchMs = 120_000;

/** A picture whose files are all in place, ready for its row. */
export interface FiledImage {
  index: number;
  image: Image;
  words: ImageWords;
}

/** A picture on its way to its place. */
export interface ArrivedImage {
  index: number;
  words: ImageWords;
  /** Absent when it is still to be fetched; there, once it was fetched and found no place. */
  bytes: Uint8Array | undefined;
  /** Of one that a process before us left behind. */
  watch?: DecodeWatch;
}

interface FilingContext
  extends Pick<
    RunContext,
    "blobStore" | "fetchImage" | "imageBytesMax" | "decodeBytesMax" | "hitFailpoint"
  > {
  /** Null when its gateway is gone, or has no key any more. */
  engine: ImageEngine | null;
}

/**
 * Checks a picture and puts its files in place, the original and both thumbnails. It may run beside the spooling: a
 * file without a row is invisible, and the same file twice is one. Throws `EngineError` when it cannot be
 * fetched or is no usable picture, with what came, `MemoryShortError` when that cannot be told, and `AppError`
 * ("storage_unavailable") when the store fails.
 */
export async function fileImage(
  { blobStore, engine, fetchImage, imageBytesMax, decodeBytesMax, hitFailpoint }: FilingContext,
  arrived: ArrivedImage,
): Promise<FiledImage> {
  const { index, words, watch } = arrived;
  const isFetched = !arrived.bytes;
  const bytes = arrived.bytes ?? (await fetchResult(engine?.fetchImage ?? fetchImage, words.url));
  try {
    const image = await developImage(bytes, {
      bytesMax: imageBytesMax,
      memoryBytesMax: decodeBytesMax,
      watch,
    });
    const { hash, type, thumbnails } = image;
    await Promise.all([
      blobStore.put(blobKey(hash, type), bytes),
      blobStore.put(thumbnailKey(hash, "640"), thumbnails["640"]),
      blobStore.put(thumbnailKey(hash, "320"), thumbnails["320"]),
    ]);
    hitFailpoint("filed");
    return { index, image, words };
  } catch (error) {
    if (isImageError(error)) throw badImage(error, { bytes, isFetched });
    arrived.bytes = bytes;
    throw error;
  }
}

function fetchResult(
  fetchImage: ImageEngine["fetchImage"],
  url: string | null,
): Promise<Uint8Array> {
  if (url) return fetchImage(url, { signal: AbortSignal.timeout(fetchMs) });
  throw new TypeError("a picture has neither bytes nor an address");
}

/** Some stores give out a file by its address before all of it is there. */
const notWholeYetMs = 60_000;

function badImage(
  error: ImageError,
  { bytes, isFetched }: { bytes: Uint8Array; isFetched: boolean },
): EngineError {
  const mayPass = isFetched && error.code === "corrupt";
  return new EngineError(error.reason, {
    sent: "answered",
    charged: "likely",
    code: "bad_picture",
    answer: { contentType: null, bytes, isWhole: true },
    ...(mayPass && { mayPass, mayPassForMs: notWholeYetMs }),
    cause: error,
  });
}

/**
 * Writes the rows of what is filed, where they are not there already. In one order, so that two transactions that file the same
 * blobs wait for each other and do not block each other.
 */
export async function writeBlobs(
  transaction: Transaction,
  filed: readonly FiledImage[],
): Promise<void> {
  const blobs = filed.map(({ image: { thumbnails: _files, ...blob } }) => blob);
  const data = blobs.toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
  await transaction.blob.createMany({ data, skipDuplicates: true });
}

/**
 * Writes the row of a filed picture, whose blob is written, in the transaction that ends its attempt, and returns the event that tells of it.
 * It is hidden if the person had stopped waiting.
 */
export async function writeImage(
  transaction: Transaction,
  { claim, filed }: { claim: ClaimedAttempt; filed: FiledImage },
): Promise<StudioEvent> {
  const { index, image, words } = filed;
  const attempt = await transaction.attempt.findUniqueOrThrow({
    where: { id: claim.id },
    select: { stopRequestedAt: true },
  });
  const record = await transaction.image.create({
    data: {
      id: uuidv7(),
      blobHash: image.hash,
      userId: claim.userId,
      generationId: claim.generationId,
      attemptId: claim.id,
      index,
      sourceUrl: words.url,
      revisedPrompt: words.revisedPrompt,
      delivered: words.delivered,
      hiddenAt: attempt.stopRequestedAt ? new Date() : null,
    },
    select: imageSelect,
  });
  return { type: "image-stored", image: toImageView(record) };
}
