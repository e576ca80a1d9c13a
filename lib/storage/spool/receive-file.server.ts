import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import { say } from "#messages/sentence.ts";

const bytesPerMb = 1024 * 1024;

interface ReceiveOptions {
  directory: string;
  bytesMax: number;
  /** Has the file's bytes; others wait for it, so that only one file is in memory however many arrive. */
  use: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Writes what arrives to a file as it arrives, and gives its bytes to the work once they are all there; the file is gone
 * after that. Throws `body_too_large` as soon as it is, `invalid_json` when whoever sends it goes away, and what the work throws.
 */
export async function receiveFile<T>(
  body: ReadableStream<Uint8Array> | null,
  { directory, bytesMax, use }: ReceiveOptions,
  work: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  const path = join(directory, `${randomUUID()}.tmp`);
  const translate = translateStorageErrors(directory);
  try {
    await translate(() => makeFolder(directory));
    await translate(() =>
      pipeline(
        readBody(body),
        limit(bytesMax),
        createWriteStream(path, { flags: "wx", mode: 0o600 }),
      ),
    );
    return await use(async () => work(await translate(() => readFile(path))));
  } finally {
    await rm(path, { force: true });
  }
}

/** Refuses a file that says that it is too large before any of it is read. Throws `body_too_large`. */
export function refuseLarge(bytes: number, bytesMax: number): void {
  if (bytes <= bytesMax) return;

  throw new AppError(
    "body_too_large",
    say("refusals.uploadLarge", { most: Math.floor(bytesMax / bytesPerMb) }),
    { field: "file" },
  );
}

/** What ends too early is not the disk's fault. */
function readBody(body: ReadableStream<Uint8Array> | null): Readable {
  return Readable.from(pieces(body), { objectMode: false });
}

async function* pieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("invalid_json", say("refusals.notWhole"), { cause });
  }
}

function limit(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      bytes += piece.byteLength;
      try {
        refuseLarge(bytes, bytesMax);
        done(null, piece);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}
