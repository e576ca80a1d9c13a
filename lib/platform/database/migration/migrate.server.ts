import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { type Migration, readMigrations } from "./read-migrations.server.ts";

/** The advisory lock that Prisma's own `migrate deploy` takes, so that the two exclude each other. */
const migrationLock = 72_707_369;

/**
 * Applies what is pending of the migrations in a folder, each in a transaction of its own with its row
 * in Prisma's table `_prisma_migrations`. Returns the names of those applied. Throws an `AppError`, and leaves
 * the database as it was, when a migration fails or the database does not fit this version of the studio.
 */
export async function migrate(
  connection: SqlConnection,
  options: {
    migrationsDir: string;
    /** The last one to apply, so that rows of that time fit; all by default. */
    upTo?: string;
  },
): Promise<string[]> {
  const { migrationsDir, upTo } = options;
  const all = await readMigrations(migrationsDir);
  const migrations = upTo === undefined ? all : all.filter(({ name }) => name <= upTo);
  if ((await findPending(connection, migrations)).length === 0) return [];

  await connection.query("SELECT pg_advisory_lock($1)", [migrationLock]);
  try {
    // Another process may have applied them while this one waited for the lock.
    const pending = await findPending(connection, migrations);
    await connection.execute(createTable);
    for (const migration of pending) await apply(connection, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await connection.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
  }
}

async function findPending(
  connection: SqlConnection,
  migrations: Migration[],
): Promise<Migration[]> {
  const applied = new Map((await readApplied(connection)).map((row) => [row.migration_name, row]));
  const known = new Map(migrations.map((migration) => [migration.name, migration]));

  for (const row of applied.values()) {
    const migration = known.get(row.migration_name);
    if (!migration) throw unknownMigration(row.migration_name, migrations);
    if (!row.finished) throw unfinishedMigration(row.migration_name);
    if (migration.checksum !== row.checksum) throw changedMigration(row.migration_name);
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

const appliedSchema = z.array(
  z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() }),
);

async function readApplied(connection: SqlConnection) {
  const table = await connection.query(
    `SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`,
  );
  if (table.rows.length === 0) return [];

  const { rows } = await connection.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return appliedSchema.parse(rows);
}

async function apply(connection: SqlConnection, migration: Migration): Promise<void> {
  const row = [randomUUID(), migration.checksum, migration.name];
  try {
    await connection.execute(`BEGIN;\n${migration.script}`);
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      row,
    );
    await connection.execute("COMMIT");
  } catch (error) {
    await connection.execute("ROLLBACK");
    throw failedMigration(migration.name, error);
  }
}

const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Names begin with the time at which they were made. Before the first release the first migration was made anew. */
function unknownMigration(name: string, [first]: readonly Migration[]): AppError {
  if (first && name < first.name) {
    return new AppError(
      "unavailable",
      `This studio was made by a version of Atelier before its first release (it has the migration ${name}), and cannot be carried over. Its pictures are in the folder files of its data folder: keep them, then set DATA_DIR to a new folder, or DATABASE_URL to an empty database.`,
    );
  }
  return new AppError(
    "unavailable",
    `The database is newer than this version of Atelier (it has the migration ${name}). Start the newer version again.`,
  );
}

function unfinishedMigration(name: string): AppError {
  return new AppError(
    "unavailable",
    `The migration ${name} was begun by the Prisma command and never finished. Resolve it with \`npx prisma migrate resolve\`, or restore a backup.`,
  );
}

function changedMigration(name: string): AppError {
  return new AppError(
    "unavailable",
    `The migration ${name} was changed after this database applied it. Restore prisma/migrations/${name}, or start with an empty database.`,
  );
}

function failedMigration(name: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "unavailable",
    `The migration ${name} failed and was undone: ${reason}. The database is as it was; the version before still runs.`,
    { cause },
  );
}
