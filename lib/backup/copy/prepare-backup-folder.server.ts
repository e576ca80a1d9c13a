import { readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readmeName } from "#lib/backup/backup-manifest.ts";
import { AppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { tightenOpenFolders } from "#lib/platform/files/tighten-folder.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";

const readme = `This folder is a backup of Atelier, an image studio.

  npm run restore -- <this folder>    brings it back, into an empty DATA_DIR
  npm run backup -- <this folder>     brings it up to date; only new pictures are copied

It is complete once there is a manifest.json. It holds every prompt and every picture, and the key that seals the
studio's secrets: keep it where only you can read it.
`;

/**
 * Makes a folder ready for a backup, for this user alone. Throws an `AppError` when it holds something that is no backup, or lies
 * in the data folder.
 */
export async function prepareBackupFolder({
  backupDir,
  dataDir,
}: {
  backupDir: string;
  dataDir: string;
}): Promise<void> {
  requireOutside(backupDir, dataDir);
  await makeFolder(backupDir);
  requireOutside(await realpath(backupDir), await realpath(dataDir));

  const names = await readdir(backupDir);
  if (names.includes(readmeName)) {
    await tightenOpenFolders(await realpath(backupDir));
    return;
  }
  if (names.length > 0) {
    throw new AppError(
      "conflict",
      `The folder ${backupDir} is not empty, and holds no backup of Atelier (it has ${names.slice(0, 3).join(", ")}). Name an empty or a new folder, or that of an earlier backup.`,
    );
  }
  await tightenOpenFolders(await realpath(backupDir));
  await writeDurably({ path: join(backupDir, readmeName), parts: [Buffer.from(readme)] });
}

function requireOutside(backupDir: string, dataDir: string): void {
  const way = relative(dataDir, backupDir);
  if (way === ".." || way.startsWith(`..${sep}`)) return;

  throw new AppError(
    "conflict",
    `The folder ${backupDir} lies in the data folder ${dataDir}, and would be lost together with it. Name one elsewhere, best on another disk.`,
  );
}
