import type { Finding } from "#lib/backup/verify/finding.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

/** Deletes the file of the store that a finding is about, unless it was written anew since it was found. */
export async function deleteFile(
  { files: [file] = [] }: Finding,
  store: BlobStore,
): Promise<{ done: string; left: boolean }> {
  const isDeleted = file && (await store.deleteUnchanged(file));
  return {
    done: isDeleted ? "deleted" : "left alone: it was written anew meanwhile, or is gone",
    left: false,
  };
}
