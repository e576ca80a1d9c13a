import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Marks what is not finished, so that a sweep can tell. */
const temporarySuffix = ".tmp";

/** How much of a file is held at once while it is read back. */
const verifyBytes = 1024 * 1024;

interface WriteOptions {
  path: string;
  /** Written one after another. */
  parts: readonly Uint8Array[];
  /** Where the unfinished file lies, on the same volume; the folder of `path` by default. */
  temporaryDirectory?: string;
}

/**
 * Writes a whole file under its name or not at all: temporary name, fsync, read back, rename, fsync of the
 * folder. When it resolves the file survives a power cut. Throws the file system's own error.
 */
export async function writeDurably({
  path,
  parts,
  temporaryDirectory,
}: WriteOptions): Promise<void> {
  const temporaryPath = join(temporaryDirectory ?? dirname(path), randomUUID() + temporarySuffix);

  try {
    await writeAndVerify(temporaryPath, parts);
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw error;
  }

  await syncDirectory(dirname(path));
}

/**
 * Makes a folder whose name survives a power cut; one that is there is no error. The folder above it must be there.
 * Throws the file system's own error.
 */
export async function makeFolderDurably(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await syncDirectory(dirname(directory));
}

/** Makes the names in a folder survive a power cut. Throws the file system's own error. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether a name in a folder is that of a file that was never finished. */
export function isTemporary(name: string): boolean {
  return name.endsWith(temporarySuffix);
}

async function writeAndVerify(path: string, parts: readonly Uint8Array[]): Promise<void> {
  // "wx" follows no symlink and never writes into a file that is there.
  const handle = await open(path, "wx+", 0o600);
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
    await verify(handle, parts);
  } finally {
    await handle.close();
  }
}

/** Some network file systems take a write that they cannot keep, and say so nowhere. */
async function verify(handle: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  const buffer = Buffer.allocUnsafe(verifyBytes);
  let position = 0;

  for (const part of parts) {
    for (let offset = 0; offset < part.length; ) {
      const length = Math.min(verifyBytes, part.length - offset);
      const { bytesRead } = await handle.read(buffer, 0, length, position);
      const expected = part.subarray(offset, offset + bytesRead);
      if (bytesRead === 0 || buffer.compare(expected, 0, bytesRead, 0, bytesRead) !== 0) {
        throw new Error("The file does not hold what was written to it.");
      }
      offset += bytesRead;
      position += bytesRead;
    }
  }
}
