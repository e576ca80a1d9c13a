import type { Stats } from "node:fs";
import { lstat } from "node:fs/promises";
import { dirname } from "node:path";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

/**
 * The status of a store's file, or null when there is none. A symlink is none, nor is what lies in a folder that is one: it may lead out
 * of the store. Throws the file system's own error.
 */
export async function statusOf(path: string): Promise<Stats | null> {
  try {
    const folder = await lstat(dirname(path));
    if (!folder.isDirectory()) return null;

    const status = await lstat(path);
    return status.isFile() ? status : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
