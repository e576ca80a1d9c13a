import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { isMissing, translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";

/**
 * How many bytes this user may still write into these folders: of several volumes the fullest counts. A folder that
 * is not there yet is asked for by the one above it. Throws `storage_unavailable`.
 */
export async function freeSpace(folders: readonly string[]): Promise<number> {
  const free = await Promise.all(
    folders.map((folder) => translateStorageErrors(folder)(() => freeSpaceOf(folder))),
  );
  return Math.min(...free);
}

async function freeSpaceOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const parent = dirname(folder);
    if (isMissing(error) && parent !== folder) return freeSpaceOf(parent);
    throw error;
  }
}
