import type { Place } from "#lib/backup/place.server.ts";
import type { RestoreReport } from "#lib/backup/restore/restore.server.ts";
import { describeFileFaults } from "./describe-file-faults.ts";
import { describeRows } from "./describe-rows.ts";
import { formatCount } from "./format-size.ts";

/** What a restore did, for people. */
export function describeRestore({
  report: { manifest, database, pictures, spool, attempts },
  place,
  seconds,
}: {
  report: RestoreReport;
  place: Place;
  seconds: number;
}): string {
  const { canceled, unknown } = attempts;
  const faults = [...pictures.faults, ...spool.faults];
  const lines = [
    `Restored the backup of ${manifest.createdAt} into ${place.dataDir} in ${seconds.toFixed(1)} s`,
    `  from        ${manifest.from}`,
    `  database    ${database}`,
    `  rows        ${describeRows(manifest.tables)}`,
    `  files       ${formatCount(pictures.restored)}, each with the hash that it had`,
    `  on the way  ${formatCount(spool.restored)} pictures, which the studio keeps when it starts`,
    `  requests    ${formatCount(canceled)} that waited are canceled, ${formatCount(unknown)} that were sent count as unknown: nothing is sent again by itself`,
  ];
  if (faults.length > 0) {
    lines.push(
      `  ${formatCount(faults.length)} files are missing or damaged in the backup itself:`,
      ...describeFileFaults(faults),
      "  Thumbnails are made anew by: npm run verify -- --repair",
    );
  }
  return lines.join("\n");
}
