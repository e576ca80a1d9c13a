import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { syncDirectory } from "#lib/storage/disk/write-durably.server.ts";

/** Makes all names in a folder and below it survive a power cut; no folder is no error. */
export async function syncFolders(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!entries) return;

  for (const entry of entries) {
    if (entry.isDirectory()) await syncFolders(join(directory, entry.name));
  }
  await syncDirectory(directory);
}
