import { constants, createInflateRaw, type InflateRaw } from "node:zlib";
import { feedDecoder, runDecoder } from "./run-decoder.ts";

const zlibOptions = { chunkSize: 65_536, finishFlush: constants.Z_SYNC_FLUSH };

export type Wrapping = "gzip" | "zlib" | "none";

/** A checksum, and of gzip the length. */
const tailBytes = { gzip: 8, zlib: 4, none: 0 } as const;

/**
 * Inflates what gzip, zlib or nothing is wrapped round, of gzip several parts in a row. The wrapping is not believed: a
 * wrong checksum, and whatever else stands behind, take nothing away of what was read.
 */
export async function* inflateBody(
  body: AsyncIterable<Uint8Array>,
  wrapping: Wrapping,
): AsyncGenerator<Uint8Array, void, void> {
  let head = Buffer.alloc(0);
  let tail = 0;
  let decoder: InflateRaw | null = null;

  try {
    for await (const piece of body) {
      // A piece without bytes is a sign of life, as a ping that the compression has not let out yet.
      yield new Uint8Array();
      let rest = piece;
      while (rest.length > 0) {
        if (tail > 0) {
          const passed = Math.min(tail, rest.length);
          tail -= passed;
          rest = rest.subarray(passed);
        } else if (!decoder) {
          head = Buffer.concat([head, rest]);
          const bytes = headBytes(head, wrapping);
          if (bytes === "undecided") break;
          if (bytes === "none") return;
          rest = head.subarray(bytes);
          head = Buffer.alloc(0);
          decoder = createInflateRaw(zlibOptions).on("error", () => {});
        } else {
          rest = yield* feedDecoder(decoder, rest);
          if (rest.length === 0) continue;
          decoder.destroy();
          decoder = null;
          if (wrapping !== "gzip") return;
          tail = tailBytes[wrapping];
        }
      }
    }
    const last = decoder;
    if (last) yield* runDecoder(last, (done) => last.end(done));
  } finally {
    decoder?.destroy();
  }
}

const hasChecksum = 2;
const hasExtra = 4;
const hasName = 8;
const hasComment = 16;

/** RFC 1952, 2.3, and RFC 1950, 2.2. */
function headBytes(start: Buffer, wrapping: Wrapping): number | "undecided" | "none" {
  if (wrapping === "none") return 0;
  if (wrapping === "zlib") return start.length < 2 ? "undecided" : 2;
  if (!Buffer.from([0x1f, 0x8b, 8]).subarray(0, start.length).equals(start.subarray(0, 3))) {
    return "none";
  }
  if (start.length < 10) return "undecided";

  const flags = start[3] ?? 0;
  let bytes = 10;
  if (flags & hasExtra) {
    if (start.length < bytes + 2) return "undecided";
    bytes += 2 + start.readUInt16LE(bytes);
  }
  for (const flag of [hasName, hasComment]) {
    if ((flags & flag) === 0) continue;
    const end = start.indexOf(0, bytes);
    if (end < 0) return "undecided";
    bytes = end + 1;
  }
  if (flags & hasChecksum) bytes += 2;
  return start.length < bytes ? "undecided" : bytes;
}
