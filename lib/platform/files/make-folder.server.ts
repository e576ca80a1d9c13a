import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it that are missing, for this user alone; one that is there stays as it is.
 * Rejects with the system's error.
 *
 * Node's own `recursive` tries for ever, at full speed, where a folder that is there says that nothing can be: /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;

  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
