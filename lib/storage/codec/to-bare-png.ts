import { inflateSync } from "node:zlib";

const signatureBytes = 8;
/** A chunk's length, its name before what it holds, and its checksum after it. */
const lengthBytes = 4;
const frameBytes = 12;

/** What the pixels need, how they are meant, and how they are turned. Of the colours' words the first is heeded. */
const kept = new Set(["tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "bKGD", "pHYs", "eXIf"]);
const profile = "iCCP";
const end = "IEND";

/** The profiles of real pictures hold 3 MB at most. */
const profileBytesMax = 4 * 1024 * 1024;

/**
 * The same picture without what a decoder would read besides: texts are compressed, and half a megabyte of them takes
 * gigabytes in the memory before a single pixel is looked at. Broken files are left to the decoder.
 */
export function toBarePng(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const bare = Buffer.allocUnsafe(bytes.length);
  let length = bytes.copy(bare, 0, 0, signatureBytes);
  let hasProfile = false;

  for (let at = signatureBytes; at < bytes.length; ) {
    const size = at + frameBytes <= bytes.length ? bytes.readUInt32BE(at) + frameBytes : 0;
    const name = bytes.toString("latin1", at + lengthBytes, at + lengthBytes + 4);
    const isBroken = size === 0 || at + size > bytes.length || !/^[A-Za-z]{4}$/.test(name);
    const chunk = isBroken ? bytes.subarray(at) : bytes.subarray(at, at + size);
    const isProfile = name === profile && !hasProfile && hasBoundedProfile(chunk);
    hasProfile ||= name === profile;
    if (isBroken || isCritical(name) || kept.has(name) || isProfile) {
      length += chunk.copy(bare, length);
    }
    if (name === end) break;
    at += chunk.length;
  }
  return length === bytes.length ? png : bare.subarray(0, length);
}

/** By the case of its first letter (PNG 3, 5.4). */
function isCritical(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function hasBoundedProfile(chunk: Buffer): boolean {
  // A name, its NUL, and the number of the compression.
  const from = chunk.indexOf(0, lengthBytes + 4) + 2;
  try {
    inflateSync(chunk.subarray(from, -4), { maxOutputLength: profileBytesMax });
    return true;
  } catch (error) {
    return !(error instanceof RangeError);
  }
}
