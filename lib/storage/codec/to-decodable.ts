import { toBarePng } from "#lib/storage/codec/to-bare-png.ts";
import { withProfile } from "#lib/storage/codec/with-profile.ts";

/**
 * The same picture as bytes that our decoder understands in full: it knows no AVIF by another major brand than "avif", though
 * a sequence has a still picture in it, and it passes over the gamma and the primaries that a PNG tells. What a PNG has besides
 * its picture is left out.
 */
export function toDecodable(bytes: Uint8Array, { type }: { type: string }): Uint8Array {
  if (type === "image/png") return withProfile(toBarePng(bytes));
  if (type !== "image/avif" || Buffer.from(bytes.subarray(8, 12)).toString() === "avif") {
    return bytes;
  }

  const renamed = Buffer.from(bytes);
  renamed.write("avif", 8, "latin1");
  return renamed;
}
