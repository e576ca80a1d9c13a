import { requireNoUnfinishedRestore } from "#lib/backup/restore/restore-marker.server.ts";
import { openControl } from "#lib/backup/snapshot/open-control.server.ts";
import { sweepSnapshots } from "#lib/backup/snapshot/snapshot-folder.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { tightenDataFolder } from "#lib/platform/files/tighten-data-folder.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";

/**
 * Opens the database of a studio that is about to run, so that it can be backed up meanwhile, and sweeps what killed backups left
 * behind. Throws an `AppError` that says what to do, also when a restore was begun there and not finished.
 */
export async function openStudioDatabase(options: {
  databaseUrl: string | undefined;
  dataDir: string;
}): Promise<Database> {
  const { dataDir } = options;
  await requireNoUnfinishedRestore(dataDir);
  await tightenDataFolder(dataDir).catch((error) =>
    log("warn", "the modes of the data folder are as they were", { error: describeError(error) }),
  );
  const database = await openDatabase(options);

  await sweepSnapshots(dataDir).catch((error) =>
    log("warn", "old snapshots not removed", { error: describeError(error) }),
  );
  const control = await openControl({ dataDir, folder: database.folder });
  return {
    ...database,
    close: async () => {
      await control.close();
      await database.close();
    },
  };
}
