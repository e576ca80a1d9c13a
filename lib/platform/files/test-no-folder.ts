import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** What may stand in the place of a folder, and what is to be said of it. */
export const noFolders: [kind: string, make: (path: string) => unknown, words: string][] = [
  [
    "a file",
    (path) => writeFile(path, ""),
    " is a file, and a folder belongs there. Move it elsewhere (`mv ",
  ],
  ["a socket", listenAt, " is a socket, and a folder belongs there. Move it elsewhere (`mv "],
  [
    "a named pipe",
    (path) => execFileSync("mkfifo", [path]),
    " is a named pipe, and a folder belongs there. Move it elsewhere (`mv ",
  ],
  [
    "a link to nowhere",
    (path) => symlink("/nowhere/at all", path),
    " leads to /nowhere/at all, which is not there. Mount its disk,",
  ],
];

/** A path at which one of these stands. */
export async function makeNoFolder(make: (path: string) => unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "place");
  await make(path);
  return path;
}

async function listenAt(path: string): Promise<void> {
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  const { promise, resolve } = Promise.withResolvers<void>();
  server.once("listening", resolve);
  await promise;
}
