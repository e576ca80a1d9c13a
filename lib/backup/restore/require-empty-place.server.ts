import { readdir } from "node:fs/promises";
import * as z from "zod";
import { requireNoUnfinishedRestore } from "#lib/backup/restore/restore-marker.server.ts";
import type { OwnSqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";

/** What a data folder may hold and still count as empty: locks, and what every new disk has. */
const harmless = ["lock", "lock.json", "lock-journal", "lost+found"];

/**
 * Throws an `AppError` that names what is there when a data folder is not empty. Restoring never replaces anything.
 */
export async function requireEmptyFolder(dataDir: string): Promise<void> {
  await requireNoUnfinishedRestore(dataDir);
  const names = (await readdir(dataDir)).filter((name) => !harmless.includes(name));
  if (names.length === 0) return;

  throw new AppError(
    "conflict",
    `The data folder ${dataDir} is not empty (it has ${names.slice(0, 3).join(", ")}). A restore replaces nothing: set DATA_DIR to a new folder, or move this one away.`,
  );
}

/** The same for a database that has tables. */
export async function requireEmptyDatabase(connection: OwnSqlConnection): Promise<void> {
  const { rows } = await connection.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`,
  );
  const tables = z.array(z.object({ name: z.string() })).parse(rows);
  if (tables.length === 0) return;

  const names = tables.slice(0, 3).map(({ name }) => name);
  throw new AppError(
    "conflict",
    `The database, ${connection.description}, is not empty (it has ${names.join(", ")}). A restore replaces nothing: make a new one with createdb, and set DATABASE_URL to it.`,
  );
}
