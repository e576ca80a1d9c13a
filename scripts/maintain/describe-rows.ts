import type { BackupManifest } from "#lib/backup/backup-manifest.ts";
import { formatCount } from "./format-size.ts";

/** How many rows of each kind, as "1 User, 20 Generation". */
export function describeRows(tables: BackupManifest["tables"]): string {
  return Object.entries(tables)
    .map(([name, { rows }]) => `${formatCount(rows)} ${name}`)
    .join(", ");
}
