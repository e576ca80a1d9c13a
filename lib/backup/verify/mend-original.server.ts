import { basename, join } from "node:path";
import { openBlobStore } from "#lib/backup/open-blob-store.server.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { moveAside } from "#lib/backup/verify/move-aside.server.ts";
import { readHashed } from "#lib/storage/disk/read-hashed.server.ts";

/** Brings a picture's file back from a backup. A damaged one is moved aside first, for somebody to look at. */
export async function mendOriginal(
  finding: Finding,
  { dataDir, backupDir }: { dataDir: string; backupDir: string | null },
): Promise<{ done: string; left: boolean }> {
  const aside =
    finding.kind === "original-damaged"
      ? await moveAside(finding, { dataDir, to: "damaged" })
      : null;
  const copy = backupDir ? await readHashed(join(backupDir, finding.subject)) : null;
  const [hash] = basename(finding.subject).split(".");
  if (copy?.sha256 !== hash || !copy) {
    const nowhere = backupDir ? "not in that backup" : "missing: name a backup with --from";
    return { done: aside ? `${aside.done}; ${nowhere}` : nowhere, left: true };
  }

  await openBlobStore({ dataDir }).put(finding.subject.replace(/^files\//, ""), copy.content);
  return { done: aside ? `brought back; ${aside.done}` : "brought back", left: false };
}
