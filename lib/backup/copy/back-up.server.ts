import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  type BackupManifest,
  backupFormat,
  manifestName,
  readManifest,
} from "#lib/backup/backup-manifest.ts";
import { copyImages, type ImagesCopied } from "#lib/backup/copy/copy-images.server.ts";
import { copySpool } from "#lib/backup/copy/copy-spool.server.ts";
import { exportTables } from "#lib/backup/copy/export-tables.server.ts";
import { prepareBackupFolder } from "#lib/backup/copy/prepare-backup-folder.server.ts";
import { removeOtherParts } from "#lib/backup/copy/remove-other-parts.server.ts";
import { copySecretKey } from "#lib/backup/copy-secret-key.server.ts";
import { openBlobStore } from "#lib/backup/open-blob-store.server.ts";
import { type Place, requireStudio } from "#lib/backup/place.server.ts";
import { type Snapshot, takeSnapshot } from "#lib/backup/snapshot/take-snapshot.server.ts";
import { lastMigration } from "#lib/platform/database/migration/last-migration.server.ts";
import {
  type LastBackup,
  lastBackupName,
} from "#lib/platform/database/pglite/last-backup.server.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { syncFolders } from "#lib/storage/disk/sync-folders.server.ts";
import { writeDurably } from "#lib/storage/disk/write-durably.server.ts";

/** Told of each step as it is begun: for people who wait, and for tests of what a crash in it leaves behind. */
export type TellStep = (
  step: "snapshot" | "rows" | "spool" | "pictures" | "picture" | "end",
) => void;

export interface BackupReport {
  manifest: BackupManifest;
  pictures: ImagesCopied;
}

interface BackUpOptions {
  place: Place;
  backupDir: string;
  tell?: TellStep;
}

/**
 * Backs a studio up into a folder, running or not: the rows and the spool of one moment, then the pictures that those rows speak of.
 * Into the folder of an earlier backup it copies only the pictures that are new. Until it is complete the earlier
 * one stays valid. Throws an `AppError` that says what to do.
 */
export async function backUp({
  place,
  backupDir,
  tell = () => {},
}: BackUpOptions): Promise<BackupReport> {
  await requireStudio(place);
  await prepareBackupFolder({ backupDir, dataDir: place.dataDir });
  const former = await readManifest(backupDir);
  const part = `part-${randomUUID()}`;
  const partDir = join(backupDir, part);
  await makeFolder(join(partDir, "database"));

  tell("snapshot");
  const snapshot = await takeSnapshot(place);
  const still = await writeMoment({ snapshot, partDir, tell }).finally(() => snapshot.close());
  const secretKey = await copySecretKey(place.dataDir, partDir);

  tell("pictures");
  const pictures = await copyImages({
    store: openBlobStore(place),
    backupDir,
    partDir,
    formerPart: former?.part ?? null,
    onCopy: () => tell("picture"),
  });

  tell("end");
  const manifest: BackupManifest = {
    format: backupFormat,
    createdAt: snapshot.takenAt.toISOString(),
    from: snapshot.description,
    part,
    ...still,
    pictures: pictures.list,
    secretKey,
  };
  await syncFolders(partDir);
  // The one step that makes this backup the valid one.
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably({ path: join(backupDir, manifestName), parts: [Buffer.from(text)] });
  await removeOtherParts({ backupDir, part, formerPart: former?.part ?? null });
  await noteBackup(place.dataDir, { backupDir, createdAt: manifest.createdAt });
  return { manifest, pictures };
}

/** For the day when the studio's own database cannot be opened. A folder that takes no note has its backup all the same. */
async function noteBackup(dataDir: string, backup: LastBackup): Promise<void> {
  const parts = [Buffer.from(`${JSON.stringify(backup)}\n`)];
  await writeDurably({ path: join(dataDir, lastBackupName), parts }).catch((error) =>
    log("warn", "the data folder does not know of this backup", { error: describeError(error) }),
  );
}

/** What must be of one moment: the rows, and the pictures on their way. */
async function writeMoment({
  snapshot,
  partDir,
  tell,
}: {
  snapshot: Snapshot;
  partDir: string;
  tell: TellStep;
}): Promise<Pick<BackupManifest, "migration" | "tables" | "spool">> {
  tell("rows");
  const migration = await lastMigration(snapshot.connection);
  const tables = await exportTables(snapshot.connection, join(partDir, "database"));

  tell("spool");
  const spool = await copySpool(snapshot.spoolDir, partDir);
  return { migration, tables, spool };
}
