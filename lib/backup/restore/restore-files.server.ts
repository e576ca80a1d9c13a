import { join } from "node:path";
import type { BackupFile } from "#lib/backup/backup-manifest.ts";
import { AppError } from "#lib/platform/errors.ts";
import { forEachLimited } from "#lib/platform/for-each-limited.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";

const filesAtOnce = 4;

export interface FilesRestored {
  restored: number;
  /** Files that the backup's medium has lost or changed. What was restored goes without them. */
  faults: { key: string; fault: "missing" | "damaged" }[];
}

interface RestoreFilesOptions {
  files: AsyncIterable<BackupFile>;
  from: string;
  /** Keeps one, durably. */
  keep: (key: string, content: Uint8Array) => Promise<void>;
  /** Whether a key is of the kind that belongs here; another one would lead out of the folder. */
  isKey: (key: string) => boolean;
  onFile: () => void;
}

/** Brings back files of a backup, and checks the hash of each on the way. */
export async function restoreFiles(options: RestoreFilesOptions): Promise<FilesRestored> {
  const { files, from, keep, isKey, onFile } = options;
  const result: FilesRestored = { restored: 0, faults: [] };

  await forEachLimited(files, { atOnce: filesAtOnce }, async ({ key, sha256 }) => {
    if (!isKey(key)) {
      throw new AppError("invalid_request", `The backup names a file that is none of ours: ${key}`);
    }
    const file = await readHashed(join(from, key));
    if (file?.sha256 !== sha256) {
      result.faults.push({ key, fault: file ? "damaged" : "missing" });
      return;
    }
    await keep(key, file.content);
    result.restored += 1;
    onFile();
  });

  return result;
}
