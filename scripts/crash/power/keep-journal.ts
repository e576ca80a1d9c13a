import { appendFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type AroundDiskCall, interceptDiskCalls } from "#lib/storage/disk/test-disk-calls.ts";
import type { JournalEntry } from "./journal-entry.ts";

/**
 * Writes down, in a folder outside of the data, what this process asks of the disk for pictures: SIGKILL loses nothing that
 * was written, a power cut does. What is meant is written down before it is done, what is certain after it, so that an
 * end in between makes the record too cautious and never too trustful. What is removed stays, as a link, in `grave`.
 */
export function keepJournal(folder: string, { dataDir }: { dataDir: string }): void {
  const grave = join(folder, "grave");
  let buried = 0;
  const note = (entry: JournalEntry) =>
    appendFileSync(join(folder, "journal"), `${JSON.stringify(entry)}\n`);

  const bury = (path: string): string => {
    buried += 1;
    const place = join(grave, `${process.pid}-${buried}`);
    mkdirSync(place, { recursive: true });
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? readdirSync(path).map((name) => join(path, name)) : [path];
    for (const file of files) linkSync(file, join(place, basename(file)));
    return place;
  };

  const around: AroundDiskCall = async (call, perform) => {
    const { kind, path, to } = call;
    if (kind === "write") note({ did: "write", path });
    if (kind === "rename" && to) note({ did: "rename", path, to, replaces: existsSync(to) });
    if (kind === "rm" && existsSync(path) && !path.endsWith(".tmp")) {
      note({ did: "remove", path, isFolder: statSync(path).isDirectory(), grave: bury(path) });
    }

    const result = await perform();
    if (kind === "sync") note({ did: "sync", path, bytes: statSync(path).size });
    if (kind === "mkdir" && typeof result === "string") note({ did: "make", path: result });
    return result;
  };
  for (const name of ["files", "spool"]) interceptDiskCalls(join(dataDir, name), around);
}
