import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Random } from "../random.ts";
import { findUncertain } from "./find-uncertain.ts";
import { type JournalEntry, journalEntrySchema } from "./journal-entry.ts";

/**
 * Does to the disk of an ended process what a power cut may have done: takes back what was not synced, each by the toss
 * of a coin. What is left is certain, and the journal begins anew. Tells how much was taken back.
 */
export function cutPower(folder: string, random: Random): number {
  const file = join(folder, "journal");
  const { files, renames, folders, removals } = findUncertain(readJournal(file));
  let count = 0;
  const happens = () => {
    const does = random.chance(0.5);
    if (does) count += 1;
    return does;
  };

  for (const [path, bytes] of files) {
    if (existsSync(path) && happens()) truncateSync(path, bytes);
  }
  for (const { path, to, replaces } of renames.toReversed()) {
    const isUndone = !replaces && existsSync(to) && existsSync(dirname(path));
    if (isUndone && happens()) renameSync(to, path);
  }
  for (const { path, isFolder, grave } of removals.toReversed()) {
    // The folder of what comes back is there, or came back before it.
    const isGone = !existsSync(path) && existsSync(grave) && existsSync(dirname(path));
    if (isGone && happens()) exhume({ path, isFolder, grave });
  }
  for (const path of folders) {
    if (existsSync(path) && happens()) rmSync(path, { recursive: true });
  }
  forgetJournal(folder);
  return count;
}

/** After a kill without a power cut: the system lives on, and writes everything out sooner or later. */
export function forgetJournal(folder: string): void {
  rmSync(join(folder, "journal"), { force: true });
  rmSync(join(folder, "grave"), { recursive: true, force: true });
}

function readJournal(file: string): JournalEntry[] {
  if (!existsSync(file)) return [];

  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => journalEntrySchema.parse(JSON.parse(line)));
}

function exhume({
  path,
  isFolder,
  grave,
}: {
  path: string;
  isFolder: boolean;
  grave: string;
}): void {
  if (isFolder) mkdirSync(path, { recursive: true });
  for (const name of readdirSync(grave)) {
    copyFileSync(join(grave, name), isFolder ? join(path, name) : path);
  }
}
