import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { sweepFolder } from "#lib/storage/disk/sweep-folder.server.ts";
import { isMissing, translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import { attemptPath } from "#lib/storage/spool/attempt-path.server.ts";

/** The latest partial picture of each attempt: worth a look while it lasts, worth nothing afterwards. */
export interface PartialStore {
  /** Keeps the bytes as the latest of the attempt; a reader gets the former or these, never a mix. */
  put(attemptId: string, bytes: Uint8Array): Promise<void>;
  /** The latest, or null when there is none. */
  read(attemptId: string): Promise<Uint8Array | null>;
  /** Forgets an attempt, with what a killed process left half written of it; none there is no error. */
  remove(attemptId: string): Promise<void>;
  /** Removes what attempts left behind that never ended. */
  sweep(): Promise<void>;
}

/** Longer than the longest deadline of an attempt (2 h): what is older than this shows nothing in progress. */
const ageMaxMs = 3 * 60 * 60 * 1000;

/** Writing one takes milliseconds; an older one belongs to a process that died. */
const unfinishedAgeMaxMs = 60_000;

/** Whether a name among the partials is that of one that was never finished: the attempt's id, and something behind it. */
export function isUnfinished(name: string): boolean {
  return name.includes(".");
}

/**
 * Keeps partial pictures in a folder, one file an attempt, not made to survive a power cut. Throws
 * `storage_unavailable` when the disk fails, `invalid_request` for an id that is no UUID.
 */
export function createPartialStore({ directory }: { directory: string }): PartialStore {
  const translate = translateStorageErrors(directory);

  return {
    put: (attemptId, bytes) =>
      translate(async () => {
        const path = attemptPath(directory, attemptId);
        const temporaryPath = `${path}.${randomUUID()}.tmp`;
        await mkdir(directory, { recursive: true });
        await writeFile(temporaryPath, bytes, { flag: "wx", mode: 0o600 });
        await rename(temporaryPath, path);
      }),

    read: (attemptId) =>
      translate(async () => {
        const path = attemptPath(directory, attemptId);
        return readFile(path).catch((error) => {
          if (isMissing(error)) return null;
          throw error;
        });
      }),

    remove: (attemptId) =>
      translate(async () => {
        const path = attemptPath(directory, attemptId);
        await rm(path, { force: true });
        const isOf = (name: string) => name.startsWith(`${basename(path)}.`);
        const left = (await namesIn(directory)).filter(isOf);
        for (const name of left) await rm(join(directory, name), { force: true });
      }),

    sweep: () =>
      translate(async () => {
        await mkdir(directory, { recursive: true });
        await sweepFolder(directory, { ageMaxMs });
        await sweepFolder(directory, { ageMaxMs: unfinishedAgeMaxMs, matches: isUnfinished });
      }),
  };
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
