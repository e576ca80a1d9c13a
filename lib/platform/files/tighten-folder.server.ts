import { chmod, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** What somebody else than the owner may do with it. */
const foreignBits = 0o077;

/**
 * Takes from everybody but the owner whatever they may do with a folder and what is in it: folders become 0700, files 0600. What
 * is not this user's, and symbolic links, are left as they are. Resolves when there is no such folder.
 */
export async function tightenFolder(path: string): Promise<void> {
  await tighten(path, { skips: false });
}

/**
 * The same for a folder of many files, which is walked once only: a folder of this user's that is 0700 was made so after what
 * is in it, and is not looked into again.
 */
export async function tightenOpenFolders(path: string): Promise<void> {
  await tighten(path, { skips: true });
}

async function tighten(path: string, options: { skips: boolean }): Promise<void> {
  const status = await lstat(path).catch(() => null);
  if (!status || status.isSymbolicLink() || status.uid !== process.getuid?.()) return;

  const isOpen = (status.mode & foreignBits) !== 0;
  if (status.isDirectory()) {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (options.skips && !isOpen && !entry.isDirectory()) continue;
      await tighten(join(/* turbopackIgnore: true */ path, entry.name), options);
    }
  }
  if (isOpen) await chmod(path, status.mode & 0o700);
}
