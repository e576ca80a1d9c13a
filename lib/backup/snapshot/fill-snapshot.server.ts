import { constants } from "node:fs";
import { copyFile, cp, link, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "#lib/storage/disk/list-files.server.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { isTemporary } from "#lib/storage/disk/write-durably.server.ts";

/**
 * Copies the embedded database of a data folder into a snapshot's, and its spool. Nothing may change the database meanwhile. A
 * file system that can shares the blocks instead of copying them.
 */
export async function fillSnapshot(options: {
  dataDir: string;
  snapshotDir: string;
}): Promise<void> {
  const { dataDir, snapshotDir } = options;
  await cp(
    join(/* turbopackIgnore: true */ dataDir, "database"),
    join(/* turbopackIgnore: true */ snapshotDir, "database"),
    { recursive: true, mode: constants.COPYFILE_FICLONE },
  );
  await linkSpool(options);
}

/**
 * Keeps what is in the spool now, by links where the file system has them: an entry is never changed, only
 * replaced or removed.
 */
export async function linkSpool({
  dataDir,
  snapshotDir,
}: {
  dataDir: string;
  snapshotDir: string;
}): Promise<void> {
  const [from, to] = [join(dataDir, "spool"), join(snapshotDir, "spool")];
  await mkdir(to, { recursive: true });
  for await (const { key } of listFiles(from)) {
    if (isTemporary(key)) continue;
    const target = join(/* turbopackIgnore: true */ to, key);
    await mkdir(dirname(target), { recursive: true });
    await linkOrCopy(join(/* turbopackIgnore: true */ from, key), target);
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
  } catch (error) {
    // Its attempt has ended, and its picture is in place: a spool entry goes only then.
    if (!isMissing(error)) throw error;
  }
}
