import { createHash } from "node:crypto";
import pLimit from "p-limit";
import sharp, { type Channels, type Metadata, type Sharp, type SharpOptions } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { ThumbnailEdge } from "#lib/storage/blob-key.ts";
import { PictureError } from "#lib/storage/picture-error.ts";
import { type PictureType, sniffPicture } from "#lib/storage/sniff-picture.server.ts";

const bytesPerMb = 1024 * 1024;

/** The largest picture that is kept, unless the settings say otherwise. */
export const pictureBytesMax = 50 * bytesPerMb;
/** Pixels of all frames together. Decoding is streamed, but AVIF, and interlaced files, are held whole. */
const picturePixelsMax = 64_000_000;

/** What the studio keeps of a picture besides its bytes. */
export interface Picture {
  /** Sniffed. */
  type: PictureType;
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

/** Two at once, whoever asks: a decoder is where a hostile file takes memory and time. */
const decodeLimit = pLimit(2);

/** Pixels of the long edge that thumbhash reads; it takes 100 at most. */
const thumbhashEdge = 100;

/**
 * The encoder's effort of 6. From 3 on it takes more than twice the time for 8 % fewer bytes, and a
 * person waits for it.
 */
const webpOptions = { quality: 80, effort: 2 };

/** A file that ends early is refused; one whose metadata are merely untidy is not. */
const decodeOptions = {
  failOn: "error",
  limitInputPixels: picturePixelsMax,
  autoOrient: true,
} satisfies SharpOptions;

/**
 * Looks at a picture that arrived: sniffs its kind, decodes the whole of it once, and derives from that
 * what the studio shows. Throws `PictureError`, and nothing else, when it is no usable picture.
 */
export function developPicture(
  bytes: Uint8Array,
  { bytesMax = pictureBytesMax }: { bytesMax?: number | undefined } = {},
): Promise<Picture> {
  return decodeLimit(() =>
    refuseCorrupt(async () => {
      const type = checkType(bytes, bytesMax);
      const { width, height } = await checkFrames(bytes);
      // The hash is reckoned on this thread while the decoder works on its own.
      const [pixels, hash] = await Promise.all([decode(bytes), hashOf(bytes)]);
      const [thumbnail640, thumbnail320, thumbhash] = await Promise.all([
        encode(fromPixels(pixels)),
        encode(shrink(pixels, 320)),
        makeThumbhash(pixels),
      ]);

      return {
        type,
        hash,
        bytes: bytes.length,
        width,
        height,
        thumbhash,
        thumbnails: { 640: thumbnail640, 320: thumbnail320 },
      };
    }),
  );
}

/** A partial picture as a WebP whose long edge is 640 pixels at most. Throws `PictureError`. */
export function makePartial(bytes: Uint8Array): Promise<Uint8Array> {
  return decodeLimit(() =>
    refuseCorrupt(async () => {
      checkType(bytes, pictureBytesMax);
      await checkFrames(bytes);
      return encode(fromPixels(await decode(bytes)));
    }),
  );
}

/** Decoded pixels in sRGB, row by row. */
interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: Channels;
}

function checkType(bytes: Uint8Array, bytesMax: number): PictureType {
  if (bytes.length === 0) throw new PictureError("corrupt", "The picture is empty: 0 bytes came.");
  if (bytes.length > bytesMax) {
    const [megabytes, limit] = [bytes.length, bytesMax].map((length) => length / bytesPerMb);
    throw new PictureError(
      "too_large",
      `The picture has ${Math.ceil(megabytes ?? 0)} MB; the limit is ${limit} MB.`,
    );
  }

  const type = sniffPicture(bytes);
  if (type) return type;
  throw new PictureError(
    "unsupported_type",
    "What came is no PNG, JPEG, WebP, AVIF or GIF picture, whatever it is called.",
  );
}

async function checkFrames(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const metadata = await sharp(bytes, { ...decodeOptions, limitInputPixels: false }).metadata();
  const { width, height } = metadata.autoOrient;
  const frames = metadata.pages ?? 1;
  if (width * height * frames > picturePixelsMax) {
    throw new PictureError(
      "too_many_pixels",
      `The picture has ${describePixels(metadata)}; the limit is 64 megapixels.`,
    );
  }

  if (frames > 1) await decodeAllFrames(bytes);
  return { width, height };
}

function describePixels({ width, height, pages = 1 }: Metadata): string {
  return pages > 1 ? `${pages} frames of ${width}x${height} pixels` : `${width}x${height} pixels`;
}

/** `decode` reads the first frame only, and the others may be broken. All are held at once, within the limit of pixels. */
async function decodeAllFrames(bytes: Uint8Array): Promise<void> {
  await sharp(bytes, { ...decodeOptions, animated: true }).stats();
}

/** Decodes to the size of the larger thumbnail; rows stream through, so that the whole is never held. */
async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await fitInto(sharp(bytes, decodeOptions), 640)
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function shrink(pixels: Pixels, edge: number): Sharp {
  return fitInto(fromPixels(pixels), edge);
}

function fitInto(picture: Sharp, edge: number): Sharp {
  return picture.resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true });
}

function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function encode(picture: Sharp): Promise<Uint8Array> {
  return picture.webp(webpOptions).toBuffer();
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

/** Every failure of the decoder is the file's: the disk has no part in this. */
async function refuseCorrupt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw new PictureError("corrupt", "The picture is damaged: it cannot be decoded in full.", {
      cause: error,
    });
  }
}
