import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** How much is gathered before it is written. */
const chunkChars = 256 * 1024;

/** What a file of lines holds. */
export interface LinesSummary {
  rows: number;
  /** SHA-256 of all bytes of the file, in hexadecimal. */
  sha256: string;
}

/** Writes lines to a new file, which is on the disk when it resolves. */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<LinesSummary> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let gathered = "";
  let rows = 0;
  const flush = async () => {
    hash.update(gathered);
    await handle.writeFile(gathered);
    gathered = "";
  };

  try {
    for await (const line of lines) {
      gathered += `${line}\n`;
      rows += 1;
      if (gathered.length >= chunkChars) await flush();
    }
    await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { rows, sha256: hash.digest("hex") };
}

/** The lines of a file, one chunk of it in memory at a time. Throws the file system's own error. */
export async function* readLines(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

/** What a file of lines holds, to compare with what was written. */
export async function summarizeLines(path: string): Promise<LinesSummary> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk;
    hash.update(bytes);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1;
  }
  return { rows, sha256: hash.digest("hex") };
}
