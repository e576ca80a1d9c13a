import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StoredFile } from "#lib/storage/blob-store.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

/**
 * The ordinary files in a folder and in those below it, by name, each by its path below the folder; no folder is the same as an empty one. What goes while it is
 * listed is left out, and so are symlinks. Throws the file system's own error.
 */
export async function* listFiles(directory: string, prefix = ""): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(directory)) {
    const path = join(/* turbopackIgnore: true */ directory, entry.name);
    if (entry.isDirectory()) yield* listFiles(path, `${prefix}${entry.name}/`);
    if (!entry.isFile()) continue;

    const status = await stat(path).catch(orMissing);
    if (status) {
      yield { key: prefix + entry.name, bytes: status.size, modifiedMs: status.mtimeMs };
    }
  }
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(orMissing);
  return (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function orMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
