import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";
import { isBlobKey, isUnfinishedKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, ByteRange } from "#lib/storage/blob-store.ts";
import { listFiles } from "#lib/storage/disk/list-files.server.ts";
import { removeUnchanged } from "#lib/storage/disk/remove-unchanged.server.ts";
import { statusOf } from "#lib/storage/disk/status-of.server.ts";
import { sweepFolder } from "#lib/storage/disk/sweep-folder.server.ts";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import {
  makeFolderDurably,
  syncDirectory,
  writeDurably,
} from "#lib/storage/disk/write-durably.server.ts";

/** Where unfinished files lie: within the store, since a rename is atomic on one volume only. */
const incomingName = "incoming";

/** An unfinished file older than this belongs to a process that died; a younger one may be another's. */
const incomingAgeMaxMs = 60 * 60 * 1000;

/** How much of a file is held in memory while it is streamed. */
const chunkBytes = 256 * 1024;

/**
 * Keeps files in a folder, which is made when it is first written to. Every failure of the disk is thrown
 * as an `AppError` `storage_unavailable`; a key that is none of ours as `invalid_request`.
 */
export function createDiskBlobStore({ directory }: { directory: string }): BlobStore {
  const incoming = join(directory, incomingName);
  const translate = translateStorageErrors(directory);
  let isPrepared = false;

  return {
    description: `folder ${directory}`,

    put: (key, bytes) =>
      translate(async () => {
        const path = pathOf(directory, key);
        if (!isPrepared) await makeFolderDurably(directory);
        await mkdir(incoming, { recursive: true });
        if (!isPrepared) await sweepFolder(incoming, { ageMaxMs: incomingAgeMaxMs });
        isPrepared = true;

        await makeFolder(dirname(path));
        await writeDurably({ path, parts: [bytes], temporaryDirectory: incoming });
        // The folder's own name: it may be new, made by us or by a put beside this one.
        await syncDirectory(directory);
      }),

    open: (key, range) =>
      translate(async () => {
        const path = pathOf(directory, key);
        const status = await statusOf(path);
        const all = { from: 0, to: Number.POSITIVE_INFINITY };
        return (
          status && {
            bytes: status.size,
            modifiedMs: status.mtimeMs,
            stream: streamFile(path, range ?? all, directory),
          }
        );
      }),

    has: (key, bytes) =>
      translate(async () => (await statusOf(pathOf(directory, key)))?.size === bytes),

    delete: (key) =>
      translate(async () => {
        const path = pathOf(directory, key);
        if (await statusOf(path)) await rm(path, { force: true });
      }),

    deleteUnchanged: (file) =>
      translate(() => {
        const isUnfinished = isUnfinishedKey(file.key);
        const path = isUnfinished ? join(directory, file.key) : pathOf(directory, file.key);
        return removeUnchanged(path, file);
      }),

    check: () => translate(() => tryFile(incoming)),

    list: () => listFiles(directory),
  };
}

function pathOf(directory: string, key: string): string {
  if (isBlobKey(key)) return join(directory, key);

  throw new AppError("invalid_request", "That is not the name of a stored file.");
}

/** What a kill leaves of it is swept with all that is unfinished. */
async function tryFile(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${randomUUID()}.tmp`);
  try {
    await writeFile(path, "1", { mode: 0o600 });
    if ((await readFile(path, "utf8")) === "1") return;
  } finally {
    await rm(path, { force: true });
  }
  throw new Error("The file does not hold what was written to it.");
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });

  const status = await lstat(folder);
  if (!status.isDirectory()) throw new Error("A symlink stands where a folder should be.");
}

/** Opens the file at the first read, so that a stream that nobody reads holds nothing open. */
function streamFile(
  path: string,
  { from, to }: ByteRange,
  directory: string,
): ReadableStream<Uint8Array> {
  const translate = translateStorageErrors(directory);
  let handle: FileHandle | undefined;
  let position = from;

  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        translate(async () => {
          handle ??= await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
          const wanted = Math.max(0, Math.min(chunkBytes, to - position));
          const { bytesRead, buffer } = await handle.read(
            Buffer.alloc(wanted),
            0,
            wanted,
            position,
          );
          position += bytesRead;
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));

          await handle.close();
          controller.close();
        }),
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}
