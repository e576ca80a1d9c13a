import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type BackupFile,
  type BackupManifest,
  backupFileSchema,
  readManifest,
  readmeName,
} from "#lib/backup/backup-manifest.ts";
import { readLines, summarizeLines } from "#lib/backup/jsonl.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

/** A complete backup, whose lists and rows were found to be as they were written. Its pictures are checked as they are read. */
export interface OpenedBackup {
  manifest: BackupManifest;
  /** The folder of `files/`. */
  backupDir: string;
  /** The folder of everything else. */
  partDir: string;
  pictures(): AsyncGenerator<BackupFile>;
  spool(): AsyncGenerator<BackupFile>;
}

/** Opens a backup, and checks all of it but the pictures. Throws an `AppError` that says what is wrong. */
export async function openBackup(backupDir: string): Promise<OpenedBackup> {
  const manifest = await readManifest(backupDir);
  if (!manifest) throw await noManifest(backupDir);

  const partDir = join(backupDir, manifest.part);
  const lists = [
    ...Object.entries(manifest.tables).map(([name, summary]) => ({
      path: join(partDir, "database", `${name}.jsonl`),
      summary,
    })),
    { path: join(partDir, "pictures.jsonl"), summary: manifest.pictures },
    { path: join(partDir, "spool.jsonl"), summary: manifest.spool },
  ];
  for (const { path, summary } of lists) {
    const found = await summarizeLines(path).catch((error) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (found?.sha256 !== summary.sha256) throw damaged(path, found ? "damaged" : "missing");
  }

  return {
    manifest,
    backupDir,
    partDir,
    pictures: () => filesOf(join(partDir, "pictures.jsonl")),
    spool: () => filesOf(join(partDir, "spool.jsonl")),
  };
}

async function* filesOf(path: string): AsyncGenerator<BackupFile> {
  for await (const line of readLines(path)) yield backupFileSchema.parse(JSON.parse(line));
}

async function noManifest(backupDir: string): Promise<AppError> {
  const names = await readdir(backupDir).catch((): string[] => []);
  return new AppError(
    "not_found",
    names.includes(readmeName)
      ? `The backup in ${backupDir} was interrupted before it was complete. Make it again.`
      : `There is no backup in ${backupDir}: it has no manifest.json.`,
  );
}

function damaged(path: string, how: "damaged" | "missing"): AppError {
  return new AppError(
    "invalid_request",
    `The backup cannot be used: ${path} is ${how}. Take another backup.`,
  );
}
