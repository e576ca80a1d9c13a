import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** An unfinished part older than this belongs to a backup that was killed; a younger one may be at work. */
const unfinishedAgeMaxMs = 24 * 60 * 60 * 1000;

/** Removes what the finished backup replaces, and what killed ones left behind. */
export async function removeOtherParts({
  backupDir,
  part,
  formerPart,
}: {
  backupDir: string;
  part: string;
  formerPart: string | null;
}): Promise<void> {
  const others = (await readdir(backupDir)).filter(
    (name) => name.startsWith("part-") && name !== part,
  );
  for (const name of others) {
    const path = join(backupDir, name);
    const status = await stat(path).catch(() => null);
    const isLitter = status !== null && Date.now() - status.mtimeMs > unfinishedAgeMaxMs;
    if (name === formerPart || isLitter) await rm(path, { recursive: true, force: true });
  }
}
