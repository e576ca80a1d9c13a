import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

interface SweepOptions {
  /** Files untouched for longer than this go; a younger one may be at work in another process. */
  ageMaxMs: number;
  /** Which files may go, by name; all by default. */
  matches?: (name: string) => boolean;
}

/** Removes the old files of a folder. Throws the file system's own error, but a file that is gone already is none. */
export async function sweepFolder(
  directory: string,
  { ageMaxMs, matches = () => true }: SweepOptions,
): Promise<void> {
  const oldest = Date.now() - ageMaxMs;

  for (const name of (await readdir(directory)).filter(matches)) {
    const path = join(directory, name);
    const status = await stat(path).catch(() => null);
    if (status && status.mtimeMs < oldest) await rm(path, { force: true });
  }
}
