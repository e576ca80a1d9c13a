import { access, rename, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { syncDirectory } from "#lib/storage/disk/write-durably.server.ts";

/**
 * Moves what a finding is about into a folder of the data folder, beside what is there. A file that was written anew since it was
 * found is put back: it has a row by now, or soon.
 */
export async function moveAside(
  { subject, modifiedMs }: Finding,
  { dataDir, to }: { dataDir: string; to: "orphans" | "damaged" },
): Promise<{ done: string; left: boolean }> {
  const from = join(dataDir, subject);
  await makeFolder(join(dataDir, to));
  const target = await freePath(join(dataDir, to, basename(subject)));
  try {
    await rename(from, target);
  } catch (error) {
    if (isMissing(error)) return { done: "gone by itself", left: false };
    throw error;
  }

  const { mtimeMs } = await stat(target);
  if (modifiedMs !== undefined && mtimeMs !== modifiedMs) {
    await rename(target, from);
    return { done: "left alone: it was written anew meanwhile", left: false };
  }
  await syncDirectory(join(dataDir, to));
  return { done: `moved to ${target}`, left: false };
}

async function freePath(path: string): Promise<string> {
  for (let number = 0; ; number += 1) {
    const candidate = number === 0 ? path : `${path}.${number}`;
    if (!(await isThere(candidate))) return candidate;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
