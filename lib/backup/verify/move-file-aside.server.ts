import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { freePath } from "#lib/backup/verify/free-path.server.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { syncDirectory, writeDurably } from "#lib/storage/disk/write-durably.server.ts";
import { readBlob } from "#lib/storage/read-blob.server.ts";

/**
 * Moves the file of the store that a finding is about into a folder of the data folder, beside what is there. A file that was written
 * anew since it was found stays: it has a row by now, or soon.
 */
export async function moveFileAside(
  { files: [file] = [] }: Finding,
  { store, dataDir, to }: { store: BlobStore; dataDir: string; to: "orphans" | "damaged" },
): Promise<{ done: string; left: boolean; isThere: boolean }> {
  const content = file && (await readBlob(store, file.key));
  if (!file || !content) return { done: "gone by itself", left: false, isThere: false };

  const folder = join(dataDir, to);
  await makeFolder(folder);
  await syncDirectory(dataDir);
  const path = await freePath(join(folder, basename(file.key)));
  await writeDurably({ path, parts: [content] });
  if (await store.deleteUnchanged(file)) {
    return { done: `moved to ${path}`, left: false, isThere: false };
  }
  await rm(path, { force: true });
  return { done: "left alone: it was written anew meanwhile", left: false, isThere: true };
}
