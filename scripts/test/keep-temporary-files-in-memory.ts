import { existsSync, statfsSync } from "node:fs";

/** Where Linux keeps files in memory. A container's is often smaller than a single database. */
const folder = "/dev/shm";
const bytesMin = 3 * 1024 ** 3;

/**
 * Has this process and its children keep their temporary files in memory where there is room, unless TMPDIR is set. Tests
 * copy and sync hundreds of databases, and none of them is about the disk itself: where it fails, that is arranged.
 */
export function keepTemporaryFilesInMemory(): void {
  if (process.env["TMPDIR"] || !existsSync(folder)) return;

  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytesMin) process.env["TMPDIR"] = folder;
}
