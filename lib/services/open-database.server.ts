import { join } from "node:path";
import type { Database } from "#lib/platform/database/database.server.ts";
import { openPGlite } from "#lib/platform/database/pglite/open-pglite.server.ts";
import { openPostgres } from "#lib/platform/database/postgres/open-postgres.server.ts";

/**
 * Opens the PostgreSQL at `databaseUrl`, or without one the embedded database in `dataDir`/database, and migrates it.
 * Throws an `AppError` whose message says what to do.
 */
export async function openDatabase(options: {
  databaseUrl?: string | undefined;
  dataDir: string;
  /** Default: prisma/migrations of the folder that the process was started in. */
  migrationsDir?: string;
}): Promise<Database> {
  const { databaseUrl, dataDir } = options;
  const migrationsDir = options.migrationsDir ?? join(process.cwd(), "prisma", "migrations");

  return databaseUrl
    ? openPostgres({ databaseUrl, migrationsDir })
    : openPGlite({ dataDir, migrationsDir });
}
