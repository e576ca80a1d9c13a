import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { ThumbnailEdge } from "#lib/storage/blob-key.ts";
import { type CheckedImage, checkImage } from "#lib/storage/codec/check-image.server.ts";
import {
  checkRoomForHeader,
  decodeWithinMemory,
} from "#lib/storage/codec/decode-within-memory.server.ts";
import type { Pixels } from "#lib/storage/codec/decoder/decode-image.server.ts";
import { refuseCorrupt } from "#lib/storage/codec/refuse-corrupt.ts";
import type { ImageType } from "#lib/storage/codec/sniff-image.server.ts";

/** The largest picture that is kept, unless the settings say otherwise. */
export const imageBytesMax = 50 * 1024 * 1024;

/** What the studio keeps of a picture besides its bytes. */
export interface Image {
  /** Sniffed. */
  type: ImageType;
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  bytes: number;
  /** Pixels, as seen: a picture that its EXIF turns is turned. */
  width: number;
  height: number;
  /** base64; see `thumbhash`. */
  thumbhash: string;
  /** WebP by long edge in pixels, never enlarged, the first frame only, without metadata. */
  thumbnails: Record<ThumbnailEdge, Uint8Array>;
}

/** Told when a decoder is about to see a picture, and when it came back; it waits for both. */
export interface DecodeWatch {
  begin(): Promise<void>;
  end(): Promise<void>;
}

export interface DevelopOptions {
  /** Default: `imageBytesMax`. */
  bytesMax?: number | undefined;
  /** What decoding may take of the memory. Default: what is free. */
  memoryBytesMax?: number | undefined;
  watch?: DecodeWatch | undefined;
}

/** Pixels of the long edge that thumbhash reads; it takes 100 at most. */
const thumbhashEdge = 100;

/**
 * The encoder's effort of 6. From 3 on it takes more than twice the time for 8 % fewer bytes, and a
 * person waits for it.
 */
const webpOptions = { quality: 80, effort: 2 };

/**
 * Looks at a picture that arrived: sniffs its kind, decodes the whole of it once, and derives from that
 * what the studio shows. Throws `PictureError` when it is no usable picture, `MemoryShortError` when there is not enough
 * memory to tell, and what the watch throws.
 */
export async function developImage(
  bytes: Uint8Array,
  { bytesMax = imageBytesMax, memoryBytesMax, watch }: DevelopOptions = {},
): Promise<Image> {
  checkRoomForHeader({ memoryBytesMax });
  // A header is read by a decoder, too.
  const checked = await watched(watch, () => checkImage(bytes, bytesMax));
  const derive = async (pixels: Pixels) => {
    // The hash is reckoned on this thread while the encoders work on theirs.
    const [thumbnail640, thumbnail320, thumbhash, hash] = await Promise.all([
      encode(fromPixels(pixels)),
      encode(shrink(pixels, 320)),
      makeThumbhash(pixels),
      hashOf(bytes),
    ]);
    return { hash, thumbhash, thumbnails: { 640: thumbnail640, 320: thumbnail320 } };
  };
  const derived = await decode(checked, { memoryBytesMax, watch }, derive);

  const { type, width, height } = checked;
  return { type, bytes: bytes.length, width, height, ...derived };
}

/** A partial picture as a WebP whose long edge is 640 pixels at most. Throws as `developImage` does. */
export async function makePartial(bytes: Uint8Array): Promise<Uint8Array> {
  const checked = await refuseCorrupt(() => checkImage(bytes, imageBytesMax));
  return decode(checked, {}, (pixels) => encode(fromPixels(pixels)));
}

function decode<T>(
  checked: CheckedImage,
  { memoryBytesMax, watch }: DevelopOptions,
  derive: (pixels: Pixels) => Promise<T>,
): Promise<T> {
  return decodeWithinMemory(checked, { memoryBytesMax }, (readPixels) =>
    watched(watch, async () => derive(await readPixels())),
  );
}

async function watched<T>(watch: DecodeWatch | undefined, work: () => Promise<T>): Promise<T> {
  await watch?.begin();
  try {
    return await refuseCorrupt(work);
  } finally {
    await watch?.end();
  }
}

function shrink(pixels: Pixels, edge: number): Sharp {
  return fromPixels(pixels).resize({
    width: edge,
    height: edge,
    fit: "inside",
    withoutEnlargement: true,
  });
}

function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function encode(image: Sharp): Promise<Uint8Array> {
  return image.webp(webpOptions).toBuffer();
}

async function makeThumbhash(pixels: Pixels): Promise<string> {
  const { data, info } = await shrink(pixels, thumbhashEdge)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
