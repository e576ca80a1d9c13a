import { join } from "node:path";
import type { Finding, FindingKind } from "#lib/backup/verify/finding.ts";
import { isBlobKey, isUnfinishedKey } from "#lib/storage/blob-key.ts";
import type { BlobStore, StoredFile } from "#lib/storage/blob-store.ts";

/** An unfinished file older than this is at work in no process. */
const unfinishedAgeMinMs = 60 * 60 * 1000;

/** Looks at what lies among the pictures and belongs to none: `hashes` are those that rows speak of. */
export async function inspectFiles({
  store,
  hashes,
  settledBeforeMs,
  nowMs,
}: {
  store: BlobStore;
  hashes: Set<string>;
  /** A younger file may be one whose row is about to be written. */
  settledBeforeMs: number;
  nowMs: number;
}): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const file of store.list()) {
    const kind = judge(file, { hashes, settledBeforeMs, nowMs });
    if (!kind) continue;
    findings.push({ kind, subject: join("files", file.key), files: [file] });
  }
  return findings;
}

function judge(
  { key, modifiedMs }: StoredFile,
  {
    hashes,
    settledBeforeMs,
    nowMs,
  }: { hashes: Set<string>; settledBeforeMs: number; nowMs: number },
): FindingKind | null {
  if (isUnfinishedKey(key)) {
    return nowMs - modifiedMs > unfinishedAgeMinMs ? "unfinished-file" : null;
  }
  if (!isBlobKey(key)) return "foreign-file";
  if (hashes.has(key.slice(3, 3 + 64)) || modifiedMs >= settledBeforeMs) return null;
  return key.includes("-") ? "thumbnail-without-row" : "file-without-row";
}
