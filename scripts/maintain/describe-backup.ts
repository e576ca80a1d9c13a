import type { BackupReport } from "#lib/backup/copy/back-up.server.ts";
import { describeFileFaults } from "./describe-file-faults.ts";
import { describeRows } from "./describe-rows.ts";
import { formatCount, formatSize } from "./format-size.ts";

/** What a backup did, for people. */
export function describeBackup({
  report: { manifest, pictures },
  backupDir,
  seconds,
}: {
  report: BackupReport;
  backupDir: string;
  seconds: number;
}): string {
  const { copied, copiedBytes, there, faults } = pictures;
  const lines = [
    `Backed up into ${backupDir} in ${seconds.toFixed(1)} s`,
    `  from        ${manifest.from}, as it was at ${manifest.createdAt}`,
    `  rows        ${describeRows(manifest.tables)}`,
    `  files       ${formatCount(copied)} copied (${formatSize(copiedBytes)}), ${formatCount(there)} were there already`,
    `  on the way  ${formatCount(manifest.spool.rows)} pictures that have no row yet`,
  ];
  if (faults.length > 0) {
    lines.push(
      `  ${formatCount(faults.length)} files are not as they should be in the studio, and not in this backup:`,
      ...describeFileFaults(faults),
      "  What to do about them: npm run verify",
    );
  }
  return lines.join("\n");
}
