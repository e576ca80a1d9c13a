import sharp, { type Channels, type SharpOptions } from "sharp";

/** Pixels of all frames together: a picture of more is refused before it is decoded. */
export const imagePixelsMax = 64_000_000;

/** Decoded pixels in sRGB, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: Channels;
}

/** Pixels of the long edge of the larger thumbnail: the whole is held only where the format demands it. */
const thumbnailEdge = 640;

export interface DecodeOptions {
  isAnimation: boolean;
  /** Pixels of the long edge of what comes out, at most. Default: those of the larger thumbnail. */
  edge?: number | undefined;
}

/** A file that ends early is refused; one whose metadata are merely untidy is not. */
const usualOptions = {
  failOn: "error",
  limitInputPixels: imagePixelsMax,
  autoOrient: true,
} satisfies SharpOptions;

// What it keeps between pictures is of use to none of ours.
sharp.cache(false);

/**
 * Decodes the whole of a picture to the size that is asked for. Of an animation every frame is decoded, since the later
 * ones may be broken, and the first one is what comes out. Throws the decoder's own error.
 */
export async function decodeImage(
  file: Uint8Array,
  { isAnimation, edge = thumbnailEdge }: DecodeOptions,
): Promise<Pixels> {
  const { bytes, options } = withEnd(file);
  if (isAnimation) await sharp(bytes, { ...options, animated: true }).stats();

  const { data, info } = await sharp(bytes, options)
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

const jpegStart = Buffer.of(0xff, 0xd8, 0xff);
const jpegScan = Buffer.of(0xff, 0xda);
const jpegEnd = Buffer.of(0xff, 0xd9);

/**
 * A JPEG that lacks nothing but the mark of its end is whole to every browser, and to our decoder as one that is cut: with
 * the mark, and no warning allowed, it tells the two apart.
 */
function withEnd(file: Uint8Array): { bytes: Uint8Array; options: SharpOptions } {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const isJpeg = jpegStart.equals(bytes.subarray(0, 3));
  // Neither stands within a scan, and an EXIF's thumbnail stands before all of them.
  if (!isJpeg || bytes.lastIndexOf(jpegEnd) > bytes.lastIndexOf(jpegScan)) {
    return { bytes, options: usualOptions };
  }
  return {
    bytes: Buffer.concat([bytes, jpegEnd]),
    options: { ...usualOptions, failOn: "warning" },
  };
}
