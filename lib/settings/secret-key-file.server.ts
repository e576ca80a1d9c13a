import { randomBytes, randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";

/** The file's name in the data folder. */
export const secretKeyName = "secret.key";

/**
 * Reads the 32 bytes of `secret.key` in a folder, and makes the file first when there is none, for its
 * owner's eyes only. Two processes that start at once get the same key. Throws `unavailable`: what is there and is no
 * key is never written over, for it may be what is left of the one that opens what is stored.
 */
export function readOrMakeKeyFile(directory: string): Buffer {
  const path = join(directory, secretKeyName);
  return explainFailure(path, () => parseKey(readIfThere(path) ?? make(directory, path)));
}

/** Reads the 32 bytes of `secret.key` in a folder; null when there is none. Throws `unavailable`. */
export function readKeyFile(directory: string): Buffer | null {
  const path = join(directory, secretKeyName);
  return explainFailure(path, () => {
    const text = readIfThere(path);
    return text === null ? null : parseKey(text);
  });
}

function explainFailure<Key>(path: string, use: () => Key): Key {
  try {
    return use();
  } catch (error) {
    throw new AppError(
      "unavailable",
      `The file ${path} cannot be used: let Atelier's user read and write it, restore it from a backup, set SECRET_KEY, or, when it is lost, move it away, so that a new one is made.`,
      { cause: error },
    );
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A link fails where a name is taken, so that of two processes one wins and both read the winner's whole file. */
function make(directory: string, path: string): string {
  const temporaryPath = `${path}.${randomUUID()}`;
  mkdirSync(directory, { recursive: true });
  const key = `${randomBytes(32).toString("hex")}\n`;
  writeFileSync(temporaryPath, key, { flag: "wx", mode: 0o600, flush: true });

  try {
    linkSync(temporaryPath, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(temporaryPath, { force: true });
  }
  // What it seals is worth nothing without it: its name must survive a power cut too.
  syncFolder(directory);
  return readFileSync(path, "utf8");
}

function syncFolder(directory: string): void {
  const descriptor = openSync(directory, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function parseKey(text: string): Buffer {
  const digits = text.trim();
  if (/^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, "hex");

  throw new Error("It does not hold 64 hexadecimal digits.");
}
