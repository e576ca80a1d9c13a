import { basename, join } from "node:path";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { moveFileAside } from "#lib/backup/verify/move-file-aside.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";

/** Brings a picture's file back from a backup. A damaged one is moved aside first, for somebody to look at. */
export async function mendOriginal(
  finding: Finding,
  { store, dataDir, backupDir }: { store: BlobStore; dataDir: string; backupDir: string | null },
): Promise<{ done: string; left: boolean }> {
  const aside =
    finding.kind === "original-damaged"
      ? await moveFileAside(finding, { store, dataDir, to: "damaged" })
      : null;
  if (aside?.isThere) return { done: aside.done, left: false };

  const copy = backupDir ? await readHashed(join(backupDir, finding.subject)) : null;
  const [hash] = basename(finding.subject).split(".");
  if (copy?.sha256 !== hash || !copy) {
    const nowhere = backupDir ? "not in that backup" : "missing: name a backup with --from";
    return { done: aside ? `${aside.done}; ${nowhere}` : nowhere, left: true };
  }

  await store.put(finding.subject.replace(/^files\//, ""), copy.content);
  return { done: aside ? `brought back; ${aside.done}` : "brought back", left: false };
}
