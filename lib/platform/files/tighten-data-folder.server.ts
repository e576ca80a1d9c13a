import { chmod, lstat, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { tightenFolder, tightenOpenFolders } from "#lib/platform/files/tighten-folder.server.ts";
import { log } from "#lib/platform/log/log.server.ts";

/** The folders that the studio makes in its own; of these the pictures are too many to be looked at at each start. */
const imagesFolder = "files";
const folders = [
  "database",
  "database.making",
  "spool",
  "partials",
  "snapshots",
  "orphans",
  "damaged",
];

/** The files, and the beginnings of names that have a random end. */
const files =
  /^(lock|lock\.json|lock-journal|control\.sock|restoring|(database|last-backup)\.json|secret\.key.*|.*\.tmp)$/;

/** What a disk of one's own may have besides. */
const harmless = ["lost+found"];

/**
 * Makes a data folder its owner's alone, whoever made it and however: what of it is ours becomes 0700 and 0600. The folder
 * itself is ours when it holds nothing else; a home or a `/tmp` is left as it is, with a line in the log.
 */
export async function tightenDataFolder(dataDir: string): Promise<void> {
  // Elsewhere modes say nothing of who may read.
  if (process.getuid === undefined) return;

  const names = await readdir(dataDir);
  for (const name of names) {
    const path = join(/* turbopackIgnore: true */ dataDir, name);
    if (name === imagesFolder) await tightenOpenFolders(await realpath(path));
    else if (folders.includes(name)) await tightenFolder(await realpath(path));
    else if (files.test(name)) await tightenFolder(path);
  }

  const { mode, uid } = await lstat(dataDir);
  if ((mode & 0o077) === 0) return;
  const isOurs = uid === process.getuid() && names.every(isOwn);
  if (isOurs) await chmod(dataDir, mode & 0o700);
  else
    log("warn", "others may look into the data folder, which is not the studio's alone", {
      dataDir,
    });
}

function isOwn(name: string): boolean {
  const known = [imagesFolder, ...folders, ...harmless];
  return known.includes(name) || files.test(name);
}
