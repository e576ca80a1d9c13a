import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copySecretKey } from "#lib/backup/copy-secret-key.server.ts";
import { openBlobStore } from "#lib/backup/open-blob-store.server.ts";
import type { Place } from "#lib/backup/place.server.ts";
import { loadTables } from "#lib/backup/restore/load-tables.server.ts";
import { type OpenedBackup, openBackup } from "#lib/backup/restore/open-backup.server.ts";
import {
  requireEmptyDatabase,
  requireEmptyFolder,
} from "#lib/backup/restore/require-empty-place.server.ts";
import { type FilesRestored, restoreFiles } from "#lib/backup/restore/restore-files.server.ts";
import { beginRestore, endRestore } from "#lib/backup/restore/restore-marker.server.ts";
import {
  type SettledAttempts,
  settleAttempts,
} from "#lib/backup/restore/settle-attempts.server.ts";
import { migrate } from "#lib/platform/database/migration/migrate.server.ts";
import { readMigrations } from "#lib/platform/database/migration/read-migrations.server.ts";
import { connectPGlite } from "#lib/platform/database/pglite/connect-pglite.server.ts";
import { lockDataFolder } from "#lib/platform/database/pglite/data-lock.server.ts";
import {
  applicationName,
  connectPostgres,
} from "#lib/platform/database/postgres/connect-postgres.server.ts";
import type { OwnSqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { isBlobKey } from "#lib/storage/blob-key.ts";
import { syncFolders } from "#lib/storage/disk/sync-folders.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";
import { attemptIdOf, isSpoolKey } from "#lib/storage/spool/spool-key.ts";

/** Told of each step as it is begun: for people who wait, and for tests of what a crash in it leaves behind. */
export type TellRestoreStep = (step: "files" | "file" | "rows" | "loaded" | "end") => void;

export interface RestoreReport {
  /** For people: where the rows are now. */
  database: string;
  manifest: OpenedBackup["manifest"];
  pictures: FilesRestored;
  spool: FilesRestored;
  attempts: SettledAttempts;
}

interface RestoreOptions {
  backupDir: string;
  place: Place;
  migrationsDir: string;
  tell?: TellRestoreStep;
}

/**
 * Restores a backup into an empty place, of the same kind of database or the other. Rows are loaded all or none; a data folder in
 * which a restore was interrupted is refused by the studio. Throws an `AppError` that says what to do.
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const { backupDir, place, migrationsDir, tell = () => {} } = options;
  const backup = await openBackup(backupDir);
  await requireKnownMigration(backup, migrationsDir);

  await makeFolder(place.dataDir);
  const lock = lockDataFolder(place.dataDir);
  try {
    await requireEmptyFolder(place.dataDir);
    const database = await connectEmpty(place);
    await beginRestore(place.dataDir);
    tell("files");
    const files = await restoreAllFiles({ backup, place, onFile: () => tell("file") });

    tell("rows");
    const connection = await database.connect();
    const attempts = await restoreRows({ backup, connection, migrationsDir, tell }).finally(() =>
      connection.close(),
    );
    await endRestore(place.dataDir);
    tell("end");
    return { database: connection.description, manifest: backup.manifest, ...files, attempts };
  } finally {
    lock.release();
  }
}

async function requireKnownMigration(
  { manifest: { migration }, backupDir }: OpenedBackup,
  migrationsDir: string,
): Promise<void> {
  const known = await readMigrations(migrationsDir);
  if (known.some(({ name }) => name === migration)) return;
  if (known[0] && migration < known[0].name) {
    throw new AppError(
      "invalid_request",
      `The backup in ${backupDir} was made before the first release of Atelier (it has the migration ${migration}), and cannot be restored. Its pictures are in ${join(backupDir, "files")}.`,
    );
  }

  throw new AppError(
    "invalid_request",
    `The backup in ${backupDir} was made by a newer Atelier (it has the migration ${migration}). Use that version, or a later one.`,
  );
}

/** An embedded database is made where the folder is empty, but only once the restore is noted there. */
async function connectEmpty({
  dataDir,
  databaseUrl,
}: Place): Promise<{ connect(): Promise<OwnSqlConnection> }> {
  if (!databaseUrl) return { connect: () => connectPGlite(join(dataDir, "database")) };

  const connect = () => connectPostgres(databaseUrl, { name: `${applicationName} restore` });
  const connection = await connect();
  await requireEmptyDatabase(connection).finally(() => connection.close());
  return { connect };
}

async function restoreAllFiles({
  backup,
  place: { dataDir },
  onFile,
}: {
  backup: OpenedBackup;
  place: Place;
  onFile: () => void;
}): Promise<Pick<RestoreReport, "pictures" | "spool">> {
  const pictures = await restoreFiles({
    files: backup.pictures(),
    from: join(backup.backupDir, "files"),
    keep: openBlobStore({ dataDir }).put,
    isKey: isBlobKey,
    onFile,
  });
  const spoolDir = join(dataDir, "spool");
  const spool = await restoreFiles({
    files: backup.spool(),
    from: join(backup.partDir, "spool"),
    keep: (key, content) => writeInto(spoolDir, { key, content }),
    isKey: isSpoolKey,
    onFile,
  });
  await syncFolders(spoolDir);
  if (backup.manifest.secretKey) await copySecretKey(backup.partDir, dataDir);
  return { pictures, spool };
}

async function writeInto(
  folder: string,
  { key, content }: { key: string; content: Uint8Array },
): Promise<void> {
  const path = join(folder, key);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeDurably({ path, parts: [content] });
}

/** Rows are loaded into the tables of their time, all or none; later migrations then change them as they would have. */
async function restoreRows({
  backup,
  connection,
  migrationsDir,
  tell,
}: {
  backup: OpenedBackup;
  connection: OwnSqlConnection;
  migrationsDir: string;
  tell: TellRestoreStep;
}): Promise<SettledAttempts> {
  const { migration, tables } = backup.manifest;
  await migrate(connection, { migrationsDir, upTo: migration });

  const spooledIds = new Set<string>();
  for await (const { key } of backup.spool()) spooledIds.add(attemptIdOf(key));
  await connection.execute("BEGIN");
  await loadTables(connection, { directory: join(backup.partDir, "database"), tables });
  const attempts = await settleAttempts(connection, { spooledIds: [...spooledIds] });
  await connection.execute("COMMIT");
  tell("loaded");

  await migrate(connection, { migrationsDir });
  // The folders that rows name are not this one: what the backup's spool held is here now.
  await connection.query(
    `UPDATE "Attempt" SET "spoolFolder" = NULL WHERE "spoolFolder" IS NOT NULL`,
  );
  return attempts;
}
