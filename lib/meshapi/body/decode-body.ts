import { isUtf8 } from "node:buffer";
import {
  type BrotliDecompress,
  constants,
  createBrotliDecompress,
  createZstdDecompress,
  type ZstdDecompress,
} from "node:zlib";
import { isImage } from "../image/image-signature.ts";
import { cutLetter } from "./cut-letter.ts";
import { inflateBody } from "./inflate-body.ts";
import { peekBody } from "./peek-body.ts";
import { feedDecoder, runDecoder } from "./run-decoder.ts";

/**
 * Undoes what `Content-Encoding` says was done to a body, as "gzip, br", though nobody asked for it. A proxy may have
 * undone it and left the header, or done it and forgotten the header, so the first bytes have the last word; what is not
 * known is passed on. A piece is never more than 64 KB, however small it came: whoever reads has the limit. A body that
 * breaks off gives all that came before.
 */
export function decodeBody(
  body: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
): AsyncIterable<Uint8Array> {
  const names = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");

  // A proxy that compresses once more may not say so.
  return ["", ...names].reduceRight(decode, body);
}

async function* decode(
  encoded: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, void> {
  const { start, body } = await peekBody(encoded, ({ length }) => length >= 4);
  const decoder = chooseDecoder(name, start);
  if (!decoder) return yield* body;

  const held: Uint8Array[] = [];
  let hasGiven = false;
  async function* hold() {
    for await (const piece of body) {
      if (!hasGiven) held.push(piece);
      yield piece;
    }
  }
  try {
    for await (const piece of decoder(hold())) {
      hasGiven ||= piece.length > 0;
      if (hasGiven) held.length = 0;
      yield piece;
    }
  } catch (error) {
    // Nothing could be made of it: what came is kept as it came.
    yield* held;
    throw error;
  }
  const heldBytes = held.reduce((sum, { length }) => sum + length, 0);
  if (!hasGiven && heldBytes > emptyBytesMax) yield* held;
}

/** Nothing at all, compressed, is no longer: of what is, the end never came. */
const emptyBytesMax = 32;

type Decoder = (body: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array, void, void>;

const brotliOptions = { chunkSize: 65_536, finishFlush: constants.BROTLI_OPERATION_FLUSH };
const brotli = () => createBrotliDecompress(brotliOptions);
const zstdOptions = { chunkSize: 65_536, finishFlush: constants.ZSTD_e_flush };
const zstd = () => createZstdDecompress(zstdOptions);

const compressions = new Set(["br", "brotli", "gzip", "x-gzip", "zstd"]);

function chooseDecoder(name: string, start: Buffer): Decoder | null {
  if (start.length === 0) return null;
  const word = start.length < 4 ? 0 : start.readUInt32BE();
  if (word >>> 8 === 0x1f8b08) return (body) => inflateBody(body, "gzip");
  if (isZstd(word)) return (body) => pump(body, zstd);
  if (isPlain(start)) return null;

  const isZlib = start[0] === 0x78 && (word >>> 16) % 31 === 0;
  if (isZlib) return (body) => inflateBody(body, "zlib");
  // RFC 9110 means zlib's format by it, and many servers have sent it without its header.
  if (name === "deflate") {
    const hasHeader = ((start[0] ?? 0) & 0x0f) === 8 && word >>> 16 > 0 && (word >>> 16) % 31 === 0;
    return (body) => inflateBody(body, hasHeader ? "zlib" : "none");
  }
  // The others show what they are, so that a name of theirs over other bytes was meant for the one that does not.
  const isNamed = compressions.has(name);
  return isNamed ? (body) => pump(body, brotli) : null;
}

/** A frame, or one to be skipped (RFC 8878, 3.1). */
function isZstd(word: number): boolean {
  return word === 0x28b52ffd || (word & 0xf0ffffff) >>> 0 === 0x502a4d18;
}

/** How answers begin that are not compressed: JSON, a page, events, pictures. Some brotli begins with white space as well. */
function isPlain(start: Buffer): boolean {
  return (
    /^(\{[ \t\r\n"}]|\[[ \t\r\n{"\]]|<[!a-z?]|[ \t\r\n][ -~\t\r\n]{3}|data|even|id:|retr|:[ -~\n]|\xef\xbb\xbf)/i.test(
      start.toString("latin1"),
    ) ||
    isImage(start) ||
    isText(start)
  );
}

/** Of bytes that are compressed so many never read as text. */
const textBytesMin = 16;

function isText(start: Buffer): boolean {
  // The last letter may be cut.
  const whole = start.subarray(0, Math.min(start.length - 3, 512));
  const hasControls = whole.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
  return whole.length >= textBytesMin && !hasControls && isUtf8(cutLetter(whole));
}

/** Of zstd, where the frame before it ended with its piece. */
const behindFrames = "ZSTD_error_prefix_unknown";

/**
 * One piece in, and all that it gives out, before the next is asked for: nothing is ever read ahead. There may be several
 * frames in a row (of zstd by RFC 8878, 3.1); what else stands behind the first takes nothing away of what was read.
 */
async function* pump(
  body: AsyncIterable<Uint8Array>,
  create: () => ZstdDecompress | BrotliDecompress,
): AsyncGenerator<Uint8Array, void, void> {
  // Destroyed in the middle of a step, it may still complain.
  const start = () => create().on("error", () => {});
  let decoder = start();
  let isBehindFrame = false;
  async function* take<Rest>(step: AsyncGenerator<Uint8Array, Rest, void>) {
    try {
      return yield* step;
    } catch (error) {
      if (isBehindFrame || Object(error).code === behindFrames) return null;
      throw error;
    }
  }

  try {
    for await (const piece of body) {
      // A piece without bytes is a sign of life, as a ping that the compression has not let out yet.
      yield new Uint8Array();
      for (let rest = piece; rest.length > 0; ) {
        const left = yield* take(feedDecoder(decoder, rest));
        if (left === null) return;
        rest = left;
        if (rest.length === 0) continue;
        decoder.destroy();
        isBehindFrame = true;
        decoder = start();
      }
    }
    yield* take(runDecoder(decoder, (done) => decoder.end(done)));
  } finally {
    decoder.destroy();
  }
}
