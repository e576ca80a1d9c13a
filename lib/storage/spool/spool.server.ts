import { mkdir, readdir, readFile, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { validate } from "uuid";
import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";
import { sweepFolder } from "#lib/storage/disk/sweep-folder.server.ts";
import { isMissing, translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import {
  isTemporary,
  makeFolderDurably,
  syncDirectory,
  writeDurably,
} from "#lib/storage/disk/write-durably.server.ts";
import { attemptPath } from "#lib/storage/spool/attempt-path.server.ts";

/** A picture that an engine delivered and that is not in its place yet. */
export interface SpoolEntry {
  /** The engine's words about it, as JSON: revised prompt, request id, cost, the address if it came as one. */
  meta: Record<string, unknown>;
  /** Absent when the picture came as an address and is not fetched yet. */
  bytes?: Uint8Array;
}

/** An entry with its place among the pictures of its attempt, from 0. */
export interface SpooledEntry extends SpoolEntry {
  index: number;
}

/** Paid pictures between the gateway and their place: what is here survived, and is complete. */
export interface Spool {
  /** Keeps an entry; durable when it resolves. The same index again replaces it. */
  write(attemptId: string, index: number, entry: SpoolEntry): Promise<void>;
  /** The entries of an attempt by index; none is an empty list. */
  read(attemptId: string): Promise<SpooledEntry[]>;
  /** Forgets these pictures of an attempt, and with the last one all of it; none there is no error. */
  remove(attemptId: string, indexes: readonly number[]): Promise<void>;
  /** The ids of the attempts that have entries. Sweeps what died unfinished. */
  list(): Promise<string[]>;
}

/** The first line of a file: the words, and how many bytes of picture follow. */
const headerSchema = z.object({
  meta: z.record(z.string(), z.unknown()),
  bytes: z.int().nonnegative().nullable(),
});

const newline = 0x0a;

/** An unfinished file older than this belongs to a process that died; a younger one may be another's. */
const temporaryAgeMaxMs = 60 * 60 * 1000;

/**
 * Keeps the spool in a folder: `<attempt>/<index>` is one line of JSON and then the bytes as they are.
 * Throws `storage_unavailable` when the disk fails, `invalid_request` for an id that is no UUID.
 */
export function createSpool({ directory }: { directory: string }): Spool {
  const translate = translateStorageErrors(directory);
  let isPrepared = false;

  return {
    write: (attemptId, index, entry) =>
      translate(async () => {
        const folder = attemptPath(directory, attemptId);
        if (!isPrepared) await makeFolderDurably(directory);
        isPrepared = true;
        await mkdir(folder, { recursive: true });
        // The bundler reads `index` as any file whatever, and would trace the whole project as belonging to it.
        const path = join(/* turbopackIgnore: true */ folder, indexName(index));
        await writeDurably({ path, parts: toParts(entry) });
        await syncDirectory(directory);
      }),

    read: (attemptId) =>
      translate(async () => {
        const folder = attemptPath(directory, attemptId);
        const indexes = (await namesIn(folder)).filter(isIndexName).map(Number);
        const entries = await Promise.all(
          indexes.sort((a, b) => a - b).map((index) => readEntry(folder, index)),
        );
        return entries.filter((entry) => entry !== null);
      }),

    remove: (attemptId, indexes) =>
      translate(async () => {
        const folder = attemptPath(directory, attemptId);
        for (const index of indexes) {
          await rm(join(/* turbopackIgnore: true */ folder, indexName(index)), { force: true });
        }
        await removeIfEmpty(folder);
      }),

    list: () =>
      translate(async () => {
        const ids = (await namesIn(directory)).filter((name) => validate(name));
        const isFilled = await Promise.all(ids.map((id) => sweep(join(directory, id))));
        return ids.filter((_, index) => isFilled[index]);
      }),
  };
}

function indexName(index: number): string {
  if (Number.isSafeInteger(index) && index >= 0) return String(index);

  throw new AppError("invalid_request", "That is not the place of a picture.");
}

function isIndexName(name: string): boolean {
  return /^\d{1,9}$/.test(name);
}

function toParts({ meta, bytes }: SpoolEntry): Uint8Array[] {
  const header = JSON.stringify({ meta, bytes: bytes ? bytes.length : null });
  const line = Buffer.from(`${header}\n`);
  return bytes ? [line, bytes] : [line];
}

/** One entry; null for a file that a failing disk cut short, which is no picture any more. */
async function readEntry(folder: string, index: number): Promise<SpooledEntry | null> {
  const file = await readFile(join(folder, String(index)));
  const end = file.indexOf(newline);
  const header = headerSchema.safeParse(parseJson(file.subarray(0, Math.max(end, 0)).toString()));
  if (!header.success) return null;

  const { meta, bytes } = header.data;
  const rest = file.subarray(end + 1);
  if (rest.length !== (bytes ?? 0)) return null;
  return bytes === null ? { index, meta } : { index, meta, bytes: rest };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Removes what died unfinished; says whether entries are there. */
async function sweep(folder: string): Promise<boolean> {
  const names = await namesIn(folder);
  if (names.some(isTemporary)) {
    await sweepFolder(folder, { ageMaxMs: temporaryAgeMaxMs, matches: isTemporary });
    await removeIfEmpty(folder);
  }
  return names.some(isIndexName);
}

/** Nothing else in it is removed: its runner may be writing a further picture. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!isMissing(error) && !isNotEmpty(error)) throw error;
  }
}

function isNotEmpty(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOTEMPTY" || code === "EEXIST";
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
