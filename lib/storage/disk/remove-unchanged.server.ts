import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { StoredFile } from "#lib/storage/blob-store.ts";
import { statusOf } from "#lib/storage/disk/status-of.server.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { syncDirectory } from "#lib/storage/disk/write-durably.server.ts";

/**
 * Removes a file if it is still as it was listed; false when it is another one by now, or gone. It is looked at once more under
 * a name of its own, where nobody can replace it; a kill in between leaves it there, ending in `.aside`, and no sweep takes it. Throws
 * the file system's own error.
 */
export async function removeUnchanged(
  path: string,
  file: Pick<StoredFile, "bytes" | "modifiedMs">,
): Promise<boolean> {
  if (!(await isAs(path, file))) return false;

  const aside = `${path}.${randomUUID()}.aside`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }

  let isSame = false;
  try {
    isSame = await isAs(aside, file);
  } finally {
    if (!isSame) await rename(aside, path);
  }
  if (isSame) await rm(aside, { force: true });
  await syncDirectory(dirname(path));
  return isSame;
}

async function isAs(
  path: string,
  { bytes, modifiedMs }: Pick<StoredFile, "bytes" | "modifiedMs">,
): Promise<boolean> {
  const status = await statusOf(path);
  return status?.size === bytes && status.mtimeMs === modifiedMs;
}
