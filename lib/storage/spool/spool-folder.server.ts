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
  /**
   * Those of a folder that this one was moved or copied from. What is here of theirs is ours; of what is not here nobody can
   * tell whether it is lost or lies in the folder that was copied.
   */
  formerIds: readonly string[];
}

const fileName = "folder.json";

/** More copies of copies are not remembered. */
const formerMax = 16;

const fileSchema = z.object({
  id: z.uuid(),
  formerIds: z.array(z.uuid()),
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
    if (known.success && known.data.inode === inode) return toFolder(known.data);

    const formerIds = known.success ? [known.data.id, ...known.data.formerIds] : [];
    const made = { id: randomUUID(), formerIds: formerIds.slice(0, formerMax), inode };
    await writeDurably({ path, parts: [Buffer.from(`${JSON.stringify(made)}\n`)] });
    return toFolder(made);
  });
}

function toFolder({ id, formerIds }: z.infer<typeof fileSchema>): SpoolFolder {
  return { id, formerIds };
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
