import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openBlobStore } from "#lib/backup/open-blob-store.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { deleteFile } from "#lib/backup/verify/delete-file.server.ts";
import { dropBlobs } from "#lib/backup/verify/drop-blobs.server.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { mendOriginal } from "#lib/backup/verify/mend-original.server.ts";
import { mendThumbnails } from "#lib/backup/verify/mend-thumbnails.server.ts";
import { moveAside } from "#lib/backup/verify/move-aside.server.ts";
import { moveFileAside } from "#lib/backup/verify/move-file-aside.server.ts";

/** What was done about a finding; `left` when it is still there. */
export interface Repair {
  finding: Finding;
  /** For people, as "made anew". */
  done: string;
  left: boolean;
}

interface RepairOptions {
  place: Place;
  /** A backup that may have what is missing. */
  backupDir: string | null;
}

/**
 * Mends what can be mended, nearly all of it by files alone, also while the studio runs, and answers what was done about each finding; those about which
 * nothing can be done are not among them. No original is ever deleted.
 */
export async function repair(
  findings: readonly Finding[],
  options: RepairOptions,
): Promise<Repair[]> {
  const repairs: Repair[] = [];
  const ordered = findings.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const finding of ordered) {
    // The spool may be the last place that has a picture.
    const isNeeded = repairs.some((one) => one.left && one.finding.kind.startsWith("original-"));
    if (finding.kind === "spool-settled" && isNeeded) continue;

    const repaired = await repairOne(finding, options);
    if (repaired) repairs.push({ finding, ...repaired });
  }
  const unused = findings.filter(({ kind }) => kind === "blob-unused");
  const store = openBlobStore(options.place);
  return [...repairs, ...(await dropBlobs(unused, { place: options.place, store }))];
}

/** Thumbnails are made from originals, which therefore come first. */
function rankOf({ kind }: Finding): number {
  return kind.startsWith("original-") ? 0 : 1;
}

async function repairOne(
  finding: Finding,
  { place, backupDir }: RepairOptions,
): Promise<Omit<Repair, "finding"> | null> {
  const { dataDir } = place;
  const store = openBlobStore(place);
  switch (finding.kind) {
    case "original-missing":
    case "original-damaged":
      return mendOriginal(finding, { store, dataDir, backupDir });
    case "thumbnail-missing":
    case "thumbnail-damaged":
      return mendThumbnails(finding, store);
    case "file-without-row":
      return moveFileAside(finding, { store, dataDir, to: "orphans" });
    case "thumbnail-without-row":
    case "unfinished-file":
      return deleteFile(finding, store);
    case "spool-without-attempt":
      return moveAside(finding, { dataDir, to: "orphans" });
    case "partial-left":
    case "spool-settled":
      await rm(join(dataDir, finding.subject), { recursive: true, force: true });
      return { done: "deleted", left: false };
    // All of them are dropped over one connection.
    case "blob-unused":
    case "spool-unexplained":
    case "attempt-stuck":
    case "attempt-elsewhere":
    case "state-wrong":
    case "spool-on-the-way":
    case "spool-unusable":
    case "attempt-waiting":
    case "foreign-file":
      return null;
    default:
      return finding.kind satisfies never;
  }
}
