import { crc32, deflateSync } from "node:zlib";
import { type Chromaticities, makeProfile } from "#lib/storage/codec/make-profile.ts";

/** Where the first chunk of a PNG begins, and where the first after IHDR does. */
const firstChunk = 8;
const afterHeader = 33;

/** These say what the colours are, and win over gAMA and cHRM (PNG 3, 4.3). */
const stronger = ["cICP", "iCCP", "sRGB"];

/** gAMA of sRGB, which needs no word; files are off by a little. */
const usualGamma = 45_455;
const gammaTolerance = 1_000;

/** cHRM of sRGB: the white, red, green and blue. */
const usualPrimaries = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];
const primariesTolerance = 100;

/**
 * A PNG whose gAMA and cHRM are told as a colour profile (iCCP), which our decoder heeds; the same bytes where there is
 * nothing to tell. Broken ones are left to the decoder.
 */
export function withProfile(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks = readChunksBeforePixels(bytes);
  if (stronger.some((name) => chunks.has(name))) return png;

  const gamma = readNumbers(chunks.get("gAMA"), 1)?.[0];
  const primaries = unlessUsual(readNumbers(chunks.get("cHRM"), 8));
  const isUsual = gamma === undefined || Math.abs(gamma - usualGamma) <= gammaTolerance;
  if (gamma === 0 || (isUsual && !primaries)) return png;

  const profile = makeProfile({
    exponent: 100_000 / (gamma ?? usualGamma),
    chromaticities: primaries ? toChromaticities(primaries) : null,
    // IHDR's colour type: 0 and 4 are grey.
    isGrey: ((bytes[25] ?? 0) & 2) === 0,
  });
  if (!profile) return png;

  const chunk = makeChunk("iCCP", Buffer.concat([Buffer.from("png\0\0"), deflateSync(profile)]));
  return Buffer.concat([bytes.subarray(0, afterHeader), chunk, bytes.subarray(afterHeader)]);
}

function readChunksBeforePixels(bytes: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = firstChunk; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IDAT") break;
    chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

function readNumbers(data: Buffer | undefined, count: number): number[] | null {
  if (data?.length !== count * 4) return null;
  return Array.from({ length: count }, (_, index) => data.readUInt32BE(index * 4));
}

function unlessUsual(primaries: number[] | null): number[] | null {
  const isUsual = primaries?.every(
    (value, index) => Math.abs(value - (usualPrimaries[index] ?? 0)) <= primariesTolerance,
  );
  return isUsual ? null : primaries;
}

function toChromaticities(numbers: number[]): Chromaticities {
  const [whiteX = 0, whiteY = 0, redX = 0, redY = 0, greenX = 0, greenY = 0, blueX = 0, blueY = 0] =
    numbers.map((number) => number / 100_000);
  return {
    white: [whiteX, whiteY],
    primaries: [
      [redX, redY],
      [greenX, greenY],
      [blueX, blueY],
    ],
  };
}

function makeChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
