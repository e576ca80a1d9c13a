import { createHash } from "node:crypto";
import { lstat, mkdir, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";

/** The kernel's limit on a socket's path, of the strictest system (macOS), with the byte that ends it. */
const socketPathBytesMax = 104;

/**
 * Where the studio on a data folder can be asked by commands of the same user: `control.sock` in that folder, or, where that
 * path is too long for a socket, in a folder for this user alone among the system's temporary ones. Throws an
 * `AppError` when somebody else owns that one.
 */
export async function controlPath(dataDir: string): Promise<string> {
  const path = join(dataDir, "control.sock");
  if (Buffer.byteLength(path) < socketPathBytesMax) return path;

  const name = createHash("sha256")
    .update(await realpath(dataDir))
    .digest("hex")
    .slice(0, 16);
  const folder = join(tmpdir(), `atelier-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await requireOwn(folder);
  return join(folder, "control.sock");
}

async function requireOwn(folder: string): Promise<void> {
  const status = await lstat(folder);
  const isOurs = status.uid === process.getuid?.() && (status.mode & 0o077) === 0;
  if (status.isDirectory() && isOurs) return;

  throw new AppError(
    "unavailable",
    `The folder ${folder} belongs to somebody else. Remove it, or choose a shorter DATA_DIR.`,
  );
}
