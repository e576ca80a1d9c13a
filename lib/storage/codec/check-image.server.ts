import sharp from "sharp";
import { imagePixelsMax } from "#lib/storage/codec/decoder/decode-image.server.ts";
import { decodeNeed } from "#lib/storage/codec/decoder/decode-need.ts";
import { ImageError } from "#lib/storage/codec/image-error.ts";
import { nameFile } from "#lib/storage/codec/name-file.ts";
import { type ImageType, isFilm, sniffImage } from "#lib/storage/codec/sniff-image.server.ts";
import { toDecodable } from "#lib/storage/codec/to-decodable.ts";
import { because } from "#messages/reason.ts";

const bytesPerMb = 1024 * 1024;

/** A million frames of a few pixels take half a minute. Of more than these only the first is decoded, which is what is shown. */
const framesMax = 2_000;

/** What a picture's first bytes and its header say. */
export interface CheckedImage {
  /** Sniffed. */
  type: ImageType;
  /** Pixels, as seen: a picture that its EXIF turns is turned. */
  width: number;
  height: number;
  isAnimation: boolean;
  /** The same picture as our decoder takes it. */
  decodable: Uint8Array;
  /** How many bytes of memory it takes to decode it. */
  need: number;
  /** Pixels of the long edge to decode it to. Default: those of the larger thumbnail. */
  edge?: number;
}

/** Looks at what came before it is decoded. Throws `PictureError` when it is none of our kinds, or too large. */
export async function checkImage(bytes: Uint8Array, bytesMax: number): Promise<CheckedImage> {
  const type = checkType(bytes, bytesMax);
  const decodable = toDecodable(bytes, { type });
  const metadata = await sharp(decodable, { limitInputPixels: false }).metadata();
  const { width, height } = metadata.autoOrient;
  // The further pictures in an AVIF are its tiles, or smaller copies of it.
  const frames = type === "image/avif" ? 1 : (metadata.pages ?? 1);
  if (width * height * frames > imagePixelsMax) {
    throw new ImageError(
      "too_many_pixels",
      because("too_many_pixels", { frames, size: `${width}x${height}` }),
    );
  }

  const pages = frames > framesMax ? 1 : frames;
  const need = decodeNeed({ ...metadata, pages });
  return { type, width, height, isAnimation: pages > 1, decodable, need };
}

function checkType(bytes: Uint8Array, bytesMax: number): ImageType {
  if (bytes.length === 0) throw new ImageError("corrupt", because("picture_empty"));
  if (bytes.length > bytesMax) {
    const megabytes = Math.ceil(bytes.length / bytesPerMb);
    throw new ImageError(
      "too_large",
      because("too_many_bytes", { megabytes, limit: bytesMax / bytesPerMb }),
    );
  }

  const type = sniffImage(bytes);
  if (type && !(type === "image/avif" && isFilm(bytes))) return type;
  const kind = nameFile(bytes);
  throw new ImageError(
    "unsupported_type",
    kind === null ? because("no_known_picture") : because("is_file", { kind }),
  );
}
