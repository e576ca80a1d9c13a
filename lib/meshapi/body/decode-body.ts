import { isUtf8 } from "node:buffer";
import type { Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { isImage } from "../image/image-signature.ts";
import { peekBody } from "./peek-body.ts";

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

  return names.length === 0 ? decode(body, "") : names.reduceRight(decode, body);
}

async function* decode(
  encoded: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void, void> {
  const { start, body } = await peekBody(encoded, ({ length }) => length >= 4);
  const decoder = chooseDecoder(name, start);
  if (decoder) yield* pump(body, decoder);
  else yield* body;
}

const zlibOptions = { chunkSize: 65_536, finishFlush: constants.Z_SYNC_FLUSH };
const brotliOptions = { chunkSize: 65_536, finishFlush: constants.BROTLI_OPERATION_FLUSH };
const zstdOptions = { chunkSize: 65_536, finishFlush: constants.ZSTD_e_flush };

const compressions = new Set(["br", "brotli", "gzip", "x-gzip", "zstd"]);

function chooseDecoder(name: string, start: Buffer): Transform | null {
  if (start.length === 0) return null;
  const word = start.length < 4 ? 0 : start.readUInt32BE();
  if (word >>> 8 === 0x1f8b08) return createGunzip(zlibOptions);
  if (word === 0x28b52ffd) return createZstdDecompress(zstdOptions);
  if (isPlain(start)) return null;

  const isZlib = start[0] === 0x78 && (word >>> 16) % 31 === 0;
  if (isZlib) return createInflate(zlibOptions);
  // RFC 9110 means zlib's format by it, and many servers have sent it without its header.
  if (name === "deflate") {
    const hasHeader = ((start[0] ?? 0) & 0x0f) === 8 && word >>> 16 > 0 && (word >>> 16) % 31 === 0;
    return hasHeader ? createInflate(zlibOptions) : createInflateRaw(zlibOptions);
  }
  // The others show what they are, so that a name of theirs over other bytes was meant for the one that does not.
  return compressions.has(name) ? createBrotliDecompress(brotliOptions) : null;
}

/** How answers begin that are not compressed: JSON, a page, events, pictures. */
function isPlain(start: Buffer): boolean {
  return (
    /^(\{[ \t\r\n"}]|\[[ \t\r\n{"\]]|<[!a-z?]|[ \t\r\n]|data|even|id:|retr|:[ -~\n]|\xef\xbb\xbf)/i.test(
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

/** Without the bytes of a letter that goes on behind it. */
function cutLetter(bytes: Buffer): Buffer {
  const last = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  return bytes.subarray(0, (bytes[last] ?? 0) < 0x80 ? bytes.length : last);
}

/** One piece in, and all that it gives out, before the next is asked for: nothing is ever read ahead. */
async function* pump(
  body: AsyncIterable<Uint8Array>,
  decoder: Transform,
): AsyncGenerator<Uint8Array, void, void> {
  // Destroyed in the middle of a step, it may still complain.
  decoder.on("error", () => {});
  try {
    for await (const piece of body) {
      // A piece without bytes is a sign of life, as a ping that the compression has not let out yet.
      yield new Uint8Array();
      yield* run(decoder, (done) => decoder.write(piece, done));
      if (decoder.readableEnded) return;
    }
    yield* run(decoder, (done) => decoder.end(done));
  } finally {
    decoder.destroy();
  }
}

async function* run(
  decoder: Transform,
  start: (done: (error?: Error | null) => void) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let isDone = false;
  let failure: Error | null = null;
  let step = Promise.withResolvers<void>();
  const wake = () => step.resolve();
  const fail = (error?: Error | null) => {
    failure ??= error ?? null;
    isDone = true;
    wake();
  };
  decoder.on("readable", wake).on("error", fail);
  start(fail);

  try {
    for (;;) {
      for (let out = decoder.read(); out !== null; out = decoder.read()) yield out;
      if (failure) throw failure;
      if (isDone) return;
      await step.promise;
      step = Promise.withResolvers();
    }
  } finally {
    decoder.off("readable", wake).off("error", fail);
  }
}
