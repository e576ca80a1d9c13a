import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";

/** Ends as what is unfinished does, so that every sweep knows it. */
const testName = "health.tmp";

/** Writes a byte into a folder: a disk that is read-only shows nowhere else. Throws `storage_unavailable`. */
export async function tryFolder(folder: string): Promise<void> {
  const path = join(/* turbopackIgnore: true */ folder, testName);
  await translateStorageErrors(folder)(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path, "1");
    await rm(path, { force: true });
  });
}
