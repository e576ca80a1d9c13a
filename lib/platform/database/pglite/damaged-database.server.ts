import { AppError } from "#lib/platform/errors.ts";
import { quotePath } from "#lib/platform/text/quote-path.ts";
import { readLastBackup } from "./last-backup.server.ts";

/**
 * The error of an embedded database that cannot be opened any more: where its newest backup is, and what to run. It never
 * sends a person to another folder, where a studio would begin that is empty.
 */
export async function damagedDatabase(options: {
  dataDir: string;
  /** What is wrong with it, as the end of a sentence. */
  fault: string;
  cause?: unknown;
}): Promise<AppError> {
  const { dataDir, fault, cause } = options;
  return new AppError(
    "storage_unavailable",
    `The embedded database in ${dataDir}/database ${fault}. ${await explainWayBack(dataDir)} Keep the old folder: its files and spool hold the pictures, and may be newer than the backup. See docs/operators.md.`,
    { cause },
  );
}

async function explainWayBack(dataDir: string): Promise<string> {
  const aside = `mv ${quotePath(dataDir)} ${quotePath(`${dataDir}.damaged`)}`;
  const way = (backupDir: string) => `\`${aside} && npm run restore -- ${backupDir}\``;
  const backup = await readLastBackup(dataDir);
  if (!backup) {
    return `No backup of it is known here. If you have one, bring it back: ${way("BACKUP_DIR")}.`;
  }

  const { backupDir, createdAt, isThere } = backup;
  const place = isThere
    ? "is in"
    : "was made in a folder that is not there now (is its disk mounted?),";
  return `The newest backup, of ${createdAt}, ${place} ${backupDir}. Bring it back: ${way(quotePath(backupDir))}.`;
}
