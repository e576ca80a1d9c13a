import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BackupFile } from "#lib/backup/backup-manifest.ts";
import { type LinesSummary, writeLines } from "#lib/backup/jsonl.server.ts";
import { listFiles } from "#lib/storage/disk/list-files.server.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";

/** Copies the pictures that were on their way into `spool/` of a backup's part, and lists them in `spool.jsonl`. */
export async function copySpool(spoolDir: string, partDir: string): Promise<LinesSummary> {
  return writeLines(join(partDir, "spool.jsonl"), copyEach(spoolDir, join(partDir, "spool")));
}

async function* copyEach(from: string, to: string): AsyncGenerator<string> {
  for await (const { key } of listFiles(from)) {
    const file = await readHashed(join(from, key));
    if (!file) continue;

    const path = join(to, key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably({ path, parts: [file.content] });
    const listed: BackupFile = { key, bytes: file.content.length, sha256: file.sha256 };
    yield JSON.stringify(listed);
  }
}
