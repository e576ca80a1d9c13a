import { once } from "node:events";
import { constants, createBrotliCompress, createDeflate, createGzip } from "node:zlib";

/** Compresses an answer part by part: what it gives for each can be read at once. Null ends it. */
export function createCompressor(
  encoding: "gzip" | "br" | "deflate",
): (part: Buffer | null) => Promise<Buffer> {
  const stream = { gzip: createGzip, br: createBrotliCompress, deflate: createDeflate }[encoding]();
  const flush = encoding === "br" ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH;
  const pieces: Buffer[] = [];
  stream.on("data", (piece: Buffer) => pieces.push(piece));

  return async (part) => {
    if (part) {
      stream.write(part);
      await new Promise<void>((resolve) => stream.flush(flush, resolve));
    } else {
      stream.end();
      await once(stream, "end");
    }
    return Buffer.concat(pieces.splice(0));
  };
}
