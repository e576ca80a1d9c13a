import { rename } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { freePath } from "#lib/backup/verify/free-path.server.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { syncDirectory } from "#lib/storage/disk/write-durably.server.ts";

/** Moves an entry of the spool, which is always on this disk, into a folder of the data folder, beside what is there. */
export async function moveAside(
  { subject }: Finding,
  { dataDir, to }: { dataDir: string; to: "orphans" },
): Promise<{ done: string; left: boolean }> {
  await makeFolder(join(dataDir, to));
  const target = await freePath(join(dataDir, to, basename(subject)));
  try {
    await rename(join(dataDir, subject), target);
  } catch (error) {
    if (isMissing(error)) return { done: "gone by itself", left: false };
    throw error;
  }

  await syncDirectory(join(dataDir, to));
  return { done: `moved to ${target}`, left: false };
}
