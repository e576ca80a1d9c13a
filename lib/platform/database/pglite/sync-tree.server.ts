import { open, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Makes a folder with all that is in it, files and names, survive a power cut. Rejects with the system's error.
 *
 * PGlite unpacks a new database from an archive: what PostgreSQL does not write to afterwards it never syncs.
 */
export async function syncTree(folder: string): Promise<void> {
  await syncWithin(folder);
  await sync(dirname(folder));
}

/** Makes the names in a folder survive a power cut. Rejects with the system's error. */
export function syncFolder(folder: string): Promise<void> {
  return sync(folder);
}

async function syncWithin(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncWithin(path);
    else if (entry.isFile()) await sync(path);
  }
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
