import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

/** The file in the data folder that says where the newest backup is. */
export const lastBackupName = "last-backup.json";

const lastBackupSchema = z.object({ backupDir: z.string(), createdAt: z.string() });

export type LastBackup = z.infer<typeof lastBackupSchema>;

/** The newest backup of a data folder that is known there, and whether it is where it was; null when none is known. */
export async function readLastBackup(
  dataDir: string,
): Promise<(LastBackup & { isThere: boolean }) | null> {
  try {
    const text = await readFile(join(/* turbopackIgnore: true */ dataDir, lastBackupName), "utf8");
    const backup = lastBackupSchema.parse(JSON.parse(text));
    return { ...backup, isThere: await isThere(backup.backupDir) };
  } catch {
    // A note, and not the backup: what cannot be read of it helps nobody.
    return null;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
