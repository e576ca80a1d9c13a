import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";

export interface HashedFile {
  content: Buffer;
  /** SHA-256 of the content, in hexadecimal. */
  sha256: string;
}

/** A whole file, 50 MB at most in this house, with its hash; null when there is none. Throws the file system's own error. */
export async function readHashed(path: string): Promise<HashedFile | null> {
  try {
    const content = await readFile(path);
    return { content, sha256: createHash("sha256").update(content).digest("hex") };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
