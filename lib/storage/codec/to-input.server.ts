import sharp from "sharp";
import { type CheckedImage, checkImage } from "#lib/storage/codec/check-image.server.ts";
import {
  checkRoomForHeader,
  decodeWithinMemory,
} from "#lib/storage/codec/decode-within-memory.server.ts";
import type { Pixels } from "#lib/storage/codec/decoder/decode-image.server.ts";
import { refuseCorrupt } from "#lib/storage/codec/refuse-corrupt.ts";

/** Gateways look at no more of a reference, and take a request of 32 MiB as a whole. */
const edgeMax = 2_048;
const bytesMax = 6 * 1024 * 1024;

/** A picture as it can go into a request. */
interface InputImage {
  bytes: Uint8Array;
  /** What it was before, in pixels. */
  width: number;
  height: number;
}

interface InputOptions {
  /** The largest file that is looked at. */
  bytesMax: number;
  /** What decoding may take of the memory. Default: what is free. */
  memoryBytesMax?: number | undefined;
}

/**
 * A picture as it can go into a request: PNG, JPEG or WebP, upright, of 2048 pixels at most, and without what a camera wrote beside it,
 * as where it was taken. One that is all that already stays as it is, bit for bit. Throws as `developImage` does.
 */
export async function toInput(file: Uint8Array, options: InputOptions): Promise<InputImage> {
  const { memoryBytesMax } = options;
  checkRoomForHeader({ memoryBytesMax });
  const checked = await refuseCorrupt(() => checkImage(file, options.bytesMax));
  const { width, height } = checked;
  const isReady = await refuseCorrupt(() => isReadyToSend(file, checked));
  if (isReady) return { bytes: file, width, height };

  // What comes out is held as well, and once more while it is written.
  const need = checked.need + edgeMax * edgeMax * 8;
  const bytes = await decodeWithinMemory(
    { ...checked, need, edge: edgeMax },
    { memoryBytesMax },
    (readPixels) => refuseCorrupt(async () => encode(await readPixels(), checked)),
  );
  return { bytes, width, height };
}

async function isReadyToSend(
  file: Uint8Array,
  { type, width, height, isAnimation }: CheckedImage,
): Promise<boolean> {
  const isKnown = type === "image/png" || type === "image/jpeg" || type === "image/webp";
  if (!isKnown || isAnimation || file.length > bytesMax) return false;
  if (Math.max(width, height) > edgeMax) return false;

  const {
    orientation = 1,
    exif,
    xmp,
    iptc,
    comments,
  } = await sharp(file, {
    limitInputPixels: false,
  }).metadata();
  return orientation === 1 && !exif && !xmp && !iptc && !comments?.length;
}

/** A photograph as JPEG, all else without loss, unless that is too much. */
async function encode(pixels: Pixels, { type }: CheckedImage): Promise<Uint8Array> {
  const { data, width, height, channels } = pixels;
  const image = sharp(data, { raw: { width, height, channels } });
  const isOpaque = (await image.stats()).isOpaque;
  const isPhotograph = isOpaque && type !== "image/png" && type !== "image/gif";
  const lossless = isPhotograph ? null : await image.clone().png().toBuffer();
  if (lossless && (!isOpaque || lossless.length <= bytesMax)) return lossless;

  return image.jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toBuffer();
}
