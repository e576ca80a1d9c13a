import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

/** The form of backups that this version writes; a reader refuses a higher one. */
export const backupFormat = 1;

export const manifestName = "manifest.json";

/** A text for people, and the sign by which a folder that has no manifest yet is known as one of ours. */
export const readmeName = "ATELIER-BACKUP.txt";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file of lines: how many, and the SHA-256 of all its bytes in hexadecimal. */
const linesSchema = z.object({ rows: z.int().nonnegative(), sha256: sha256Schema });

const manifestSchema = z.object({
  format: z.literal(backupFormat),
  createdAt: z.iso.datetime(),
  /** For people: which database it was made of. */
  from: z.string(),
  /** The last migration of that database: the rows fit the tables as they were then. */
  migration: z.string(),
  /** The folder of this backup's own parts. Only pictures are shared with earlier ones. */
  part: z.string().regex(/^part-[0-9a-f-]+$/),
  tables: z.record(z.string(), linesSchema),
  /** `pictures.jsonl`: the key, bytes and SHA-256 of each file that belongs to a row. */
  pictures: linesSchema,
  /** `spool.jsonl`: the same of each picture that was on its way. */
  spool: linesSchema,
  /** Whether the key that seals secrets is in it. */
  secretKey: z.boolean(),
});

export type BackupManifest = z.infer<typeof manifestSchema>;

/** A line of `pictures.jsonl` or `spool.jsonl`. */
export const backupFileSchema = z.object({
  /** The path below `files/` or `spool/`. */
  key: z.string(),
  bytes: z.int().nonnegative(),
  sha256: sha256Schema,
});

export type BackupFile = z.infer<typeof backupFileSchema>;

/** The manifest of a backup; null when the folder has none. Throws an `AppError` when this version cannot read it. */
export async function readManifest(backupDir: string): Promise<BackupManifest | null> {
  const text = await readFile(join(backupDir, manifestName), "utf8").catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  return text === null ? null : parseManifest(backupDir, text);
}

function parseManifest(backupDir: string, text: string): BackupManifest {
  const json = parseJson(text);
  const version = z.object({ format: z.number() }).safeParse(json);
  if (version.success && version.data.format > backupFormat) {
    throw new AppError(
      "invalid_request",
      `The backup in ${backupDir} was made by a newer Atelier (format ${version.data.format}; this one reads ${backupFormat}). Use that version, or a later one.`,
    );
  }

  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) return manifest.data;
  throw new AppError(
    "invalid_request",
    `The file ${join(backupDir, manifestName)} is no manifest of a backup of Atelier, or it is damaged.`,
    { cause: manifest.error },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
