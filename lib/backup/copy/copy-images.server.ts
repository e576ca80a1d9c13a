import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BackupFile, backupFileSchema } from "#lib/backup/backup-manifest.ts";
import { imageFactsSchema, originalKey, thumbnailKeys } from "#lib/backup/image-files.ts";
import { type LinesSummary, readLines, writeLines } from "#lib/backup/jsonl.server.ts";
import { forEachLimited } from "#lib/platform/for-each-limited.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { syncFolders } from "#lib/storage/disk/sync-folders.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";
import { hashOf, readBlob } from "#lib/storage/read-blob.server.ts";

/** The disk is waited for more than the processor: a few files at a time. */
const filesAtOnce = 4;

export interface ImagesCopied {
  /** What `pictures.jsonl` holds. */
  list: LinesSummary;
  copied: number;
  copiedBytes: number;
  /** How many an earlier backup into this folder had brought already. */
  there: number;
  /** Files that rows speak of and the studio does not have as they should be: not in the backup, but for earlier copies. */
  faults: { key: string; fault: "missing" | "damaged" }[];
}

interface CopyImagesOptions {
  store: BlobStore;
  backupDir: string;
  partDir: string;
  /** The part that knows the hashes of what is there already. */
  formerPart: string | null;
  onCopy: () => void;
}

/**
 * Copies the files of the rows of `database/Blob.jsonl`, originals and thumbnails, into `files/` of a backup, and lists them in
 * `pictures.jsonl`. A file never changes, so that one that is there with its size is not copied again.
 */
export async function copyImages(options: CopyImagesOptions): Promise<ImagesCopied> {
  const { store, backupDir, partDir, formerPart, onCopy } = options;
  const known = await readKnown(backupDir, formerPart);
  const listed: BackupFile[] = [];
  const result = { copied: 0, copiedBytes: 0, there: 0 };
  const faults: ImagesCopied["faults"] = [];

  await forEachLimited(wantedFiles(partDir), { atOnce: filesAtOnce }, async ({ key, sha256 }) => {
    const path = join(backupDir, "files", key);
    const before = known.get(key);
    if (before && (await stat(path).catch(() => null))?.size === before.bytes) {
      result.there += 1;
      listed.push(before);
      return;
    }

    const content = await readBlob(store, key);
    const found = content && hashOf(content);
    if (!found || (sha256 !== null && found !== sha256)) {
      faults.push({ key, fault: content ? "damaged" : "missing" });
      return;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably({ path, parts: [content] });
    result.copied += 1;
    result.copiedBytes += content.length;
    listed.push({ key, bytes: content.length, sha256: found });
    onCopy();
  });

  await syncFolders(join(backupDir, "files"));
  listed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const list = await writeLines(
    join(partDir, "pictures.jsonl"),
    listed.map((file) => JSON.stringify(file)),
  );
  return { list, ...result, faults };
}

/** Each file that a row speaks of. The name of an original is its hash; that of a thumbnail is not. */
async function* wantedFiles(
  partDir: string,
): AsyncGenerator<{ key: string; sha256: string | null }> {
  for await (const line of readLines(join(partDir, "database", "Blob.jsonl"))) {
    const facts = imageFactsSchema.parse(JSON.parse(line));
    yield { key: originalKey(facts), sha256: facts.hash };
    for (const thumbnail of thumbnailKeys(facts)) yield { key: thumbnail, sha256: null };
  }
}

async function readKnown(backupDir: string, part: string | null): Promise<Map<string, BackupFile>> {
  const known = new Map<string, BackupFile>();
  if (part === null) return known;

  for await (const line of readLines(join(backupDir, part, "pictures.jsonl"))) {
    const file = backupFileSchema.parse(JSON.parse(line));
    known.set(file.key, file);
  }
  return known;
}
