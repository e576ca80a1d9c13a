import { join } from "node:path";
import { nothingThere, type Place, requireStudio } from "#lib/backup/place.server.ts";
import { askForSnapshot } from "#lib/backup/snapshot/ask-control.server.ts";
import { fillSnapshot, linkSpool } from "#lib/backup/snapshot/fill-snapshot.server.ts";
import {
  makeSnapshotFolder,
  type SnapshotFolder,
  sweepSnapshots,
} from "#lib/backup/snapshot/snapshot-folder.server.ts";
import {
  connectPGlite,
  requirePGliteVersion,
} from "#lib/platform/database/pglite/connect-pglite.server.ts";
import { lockDataFolder } from "#lib/platform/database/pglite/data-lock.server.ts";
import {
  applicationName,
  connectPostgres,
} from "#lib/platform/database/postgres/connect-postgres.server.ts";
import type {
  OwnSqlConnection,
  SqlConnection,
} from "#lib/platform/database/sql-connection.server.ts";
import { isAppError } from "#lib/platform/errors.ts";

/** The rows of a studio at one moment, and the pictures that were on their way at that moment. */
export interface Snapshot {
  /** In a transaction that reads that moment. */
  connection: SqlConnection;
  /** For people: which database, and where. */
  description: string;
  /** In the form of a spool. An attempt that is `storing` in the rows has its pictures here. */
  spoolDir: string;
  takenAt: Date;
  /** Whether a studio was at work on it. */
  isServed: boolean;
  /** Forgets it. */
  close(): Promise<void>;
}

/**
 * Takes a snapshot of a studio, whether it runs or not; the embedded database of one that runs is copied by its process.
 * Throws an `AppError` that says what to do.
 */
export async function takeSnapshot(place: Place): Promise<Snapshot> {
  await requireStudio(place);
  await sweepSnapshots(place.dataDir);
  const folder = await makeSnapshotFolder(place.dataDir);
  try {
    const { databaseUrl, dataDir } = place;
    return databaseUrl
      ? await readPostgres({ databaseUrl, dataDir, folder })
      : await copyEmbedded({ dataDir, folder });
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function copyEmbedded({
  dataDir,
  folder,
}: {
  dataDir: string;
  folder: SnapshotFolder;
}): Promise<Snapshot> {
  await requirePGliteVersion(join(dataDir, "database"));
  const takenAt = new Date();
  const isServed = await fill(dataDir, folder);

  const connection = await connectPGlite(join(folder.path, "database"));
  await connection.execute(beginReading);
  return toSnapshot({
    connection,
    description: `embedded PGlite in ${dataDir}/database`,
    folder,
    takenAt,
    isServed,
  });
}

/** The copy is as a crash would have left the database, and PostgreSQL opens that as it does after one. */
async function fill(dataDir: string, { id, path }: SnapshotFolder): Promise<boolean> {
  const lock = lockOrHolder(dataDir);
  if (typeof lock === "string") {
    await askForSnapshot(dataDir, { id, holder: lock });
    return true;
  }

  try {
    await fillSnapshot({ dataDir, snapshotDir: path });
    return false;
  } finally {
    lock.release();
  }
}

function lockOrHolder(dataDir: string): { release(): void } | string {
  try {
    return lockDataFolder(dataDir);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return error.message;
    throw error;
  }
}

/**
 * While the attempts are locked none can change its state, so that the links to the spool and the rows show the same moment. A
 * picture leaves the spool only after its attempt has ended.
 */
async function readPostgres({
  databaseUrl,
  dataDir,
  folder,
}: {
  databaseUrl: string;
  dataDir: string;
  folder: SnapshotFolder;
}): Promise<Snapshot> {
  const connection = await connectPostgres(databaseUrl, { name: commandName });
  try {
    const locker = await connectPostgres(databaseUrl, { name: commandName });
    try {
      await lockAttempts(locker);
      const takenAt = new Date();
      await connection.execute(beginReading);
      const { rows } = await connection.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
        [applicationName],
      );
      await linkSpool({ dataDir, snapshotDir: folder.path });
      const { description } = connection;
      return toSnapshot({ connection, description, folder, takenAt, isServed: rows.length > 0 });
    } finally {
      await locker.close();
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const commandName = `${applicationName} command`;

const beginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** Who wants to write waits behind a lock that waits, hence the short patience, and the pauses between the tries. */
async function lockAttempts(locker: OwnSqlConnection): Promise<void> {
  const { rows } = await locker.query(`SELECT 1 WHERE to_regclass('"Attempt"') IS NOT NULL`);
  if (rows.length === 0) throw nothingThere(locker.description);

  await locker.execute(`SET lock_timeout = '5s'`);
  await locker.execute(`BEGIN; LOCK TABLE "Attempt" IN SHARE MODE`);
}

function toSnapshot({
  connection,
  folder,
  ...facts
}: Pick<Snapshot, "description" | "takenAt" | "isServed"> & {
  connection: OwnSqlConnection;
  folder: SnapshotFolder;
}): Snapshot {
  return {
    ...facts,
    connection,
    spoolDir: join(folder.path, "spool"),
    async close() {
      await connection.close();
      await folder.remove();
    },
  };
}
