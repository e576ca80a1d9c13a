import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isMissing, translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";
import { makeFolderDurably, writeDurably } from "#lib/storage/disk/write-durably.server.ts";

/** Which folder's spool this is, among those of all the machines on one database. */
export interface SpoolFolder {
  /** What is spooled from now on is under this name. */
  id: string;
}

const fileName = "folder.json";

const fileSchema = z.object({
  id: z.uuid(),
  /** The number of the folder on its volume: a copy has another one. */
  inode: z.string(),
});

/**
 * Reads the name of a data folder, and gives it one where it has none, or is a copy. The folder is made if it is not there.
 * Throws `storage_unavailable` when the disk fails.
 */
export function identifySpoolFolder(dataDir: string): Promise<SpoolFolder> {
  return translateStorageErrors(dataDir)(async () => {
    await makeFolderDurably(dataDir);
    const path = join(dataDir, fileName);
    const inode = String((await stat(dataDir, { bigint: true })).ino);
    const known = fileSchema.safeParse(await readJson(path));
    if (known.success && known.data.inode === inode) return { id: known.data.id };

    const id = randomUUID();
    await writeDurably({ path, parts: [Buffer.from(`${JSON.stringify({ id, inode })}\n`)] });
    return { id };
  });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    // Damaged is the same as missing: nothing but a new name can come of it.
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}
