import { dirname } from "node:path";
import type { JournalEntry } from "./journal-entry.ts";

type Renamed = Extract<JournalEntry, { did: "rename" }>;
type Removed = Extract<JournalEntry, { did: "remove" }>;

/** What a power cut may take back. */
export interface Uncertain {
  /** Files by their present name, with how many of their bytes are certain. */
  files: ReadonlyMap<string, number>;
  /** Names whose folder was not synced since. */
  renames: readonly Renamed[];
  folders: readonly string[];
  removals: readonly Removed[];
}

/** Plays a journal through and tells what was not certain at its end. */
export function findUncertain(entries: readonly JournalEntry[]): Uncertain {
  const files = new Map<string, number>();
  const certain = new Map<string, number>();
  let renames: Renamed[] = [];
  let folders: string[] = [];
  let removals: Removed[] = [];

  for (const entry of entries) {
    switch (entry.did) {
      case "write":
        files.set(entry.path, certain.get(entry.path) ?? 0);
        break;
      case "sync":
        if (files.delete(entry.path)) certain.set(entry.path, entry.bytes);
        renames = renames.filter(({ to }) => dirname(to) !== entry.path);
        folders = folders.filter((folder) => dirname(folder) !== entry.path);
        removals = removals.filter(({ path }) => dirname(path) !== entry.path);
        break;
      case "rename":
        move(files, entry);
        move(certain, entry);
        renames.push(entry);
        break;
      case "make":
        folders.push(entry.path);
        break;
      case "remove":
        removals.push(entry);
        break;
      default:
        entry satisfies never;
    }
  }
  return { files, renames, folders, removals };
}

function move(sizes: Map<string, number>, { path, to }: Renamed): void {
  const bytes = sizes.get(path);
  sizes.delete(path);
  sizes.delete(to);
  if (bytes !== undefined) sizes.set(to, bytes);
}
