import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { lockDataFolder } from "#lib/platform/database/pglite/data-lock.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

/** A folder for a copy of the studio at one moment, and the lock that tells its maker is alive. */
export interface SnapshotFolder {
  id: string;
  path: string;
  remove(): Promise<void>;
}

/** Where the snapshots of a data folder lie: on its own volume, so that files can be linked. */
export function snapshotPath(dataDir: string): string {
  return join(/* turbopackIgnore: true */ dataDir, "snapshots");
}

/** Makes an empty one. */
export async function makeSnapshotFolder(dataDir: string): Promise<SnapshotFolder> {
  const id = uuidv7();
  const path = join(snapshotPath(dataDir), id);
  await makeFolder(path);
  const lock = lockDataFolder(path);
  return {
    id,
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      lock.release();
    },
  };
}

/** Removes the snapshots whose makers are dead, and leaves those that are being read. */
export async function sweepSnapshots(dataDir: string): Promise<void> {
  const directory = snapshotPath(dataDir);
  const names = await readdir(directory).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) await sweep(join(/* turbopackIgnore: true */ directory, name));
}

async function sweep(path: string): Promise<void> {
  try {
    const lock = lockDataFolder(path);
    await rm(path, { recursive: true, force: true });
    lock.release();
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
  }
}
