import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { Database } from "#lib/platform/database/database.server.ts";
import { migrate } from "#lib/platform/database/migration/migrate.server.ts";
import { transactionOptions } from "#lib/platform/database/transaction-options.server.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { tightenFolder } from "#lib/platform/files/tighten-folder.server.ts";
import { PrismaClient } from "#prisma/client/client.ts";
import { openPGliteFolder, toSqlConnection } from "./connect-pglite.server.ts";
import { lockDataFolder } from "./data-lock.server.ts";
import { explainOpenError } from "./explain-open-error.server.ts";
import { noteDatabase, requireDatabaseOfFiles } from "./noted-database.server.ts";
import { createPGliteAdapter } from "./pglite-adapter.server.ts";

/**
 * Opens the embedded database in `dataDir`/database, makes it when there is none, migrates it, and holds the folder's
 * lock until it is closed. Throws an `AppError` that says what to do.
 */
export async function openPGlite(options: {
  dataDir: string;
  migrationsDir: string;
}): Promise<Database> {
  const { dataDir, migrationsDir } = options;
  const folder = join(dataDir, "database");
  try {
    await makeFolder(dataDir);
    const lock = lockDataFolder(dataDir);
    try {
      await requireDatabaseOfFiles({ dataDir, folder });
      const pglite = await openMigrated(folder, migrationsDir);
      // PostgreSQL's caches of its catalogs are open to all, whatever the process asks for.
      await tightenFolder(folder);
      await noteDatabase(dataDir);
      return createDatabase(pglite, folder, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw await explainOpenError(error, folder);
  }
}

async function openMigrated(folder: string, migrationsDir: string): Promise<PGlite> {
  const pglite = await openPGliteFolder(folder);
  try {
    await migrate(toSqlConnection(pglite), { migrationsDir });
    return pglite;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

function createDatabase(pglite: PGlite, folder: string, release: () => void): Database {
  const client = new PrismaClient({ adapter: createPGliteAdapter(pglite), transactionOptions });
  let closing: Promise<void> | undefined;
  return {
    client,
    description: `embedded PGlite in ${folder}`,
    // PostgreSQL's files change while it runs a query, and at no other time: there is no process but ours.
    folder: { path: folder, hold: (work) => pglite.runExclusive(work) },
    listen: async (channel, onNotify) => {
      const stop = await pglite.listen(channel, onNotify);
      return async () => {
        if (!pglite.closed) await stop();
      };
    },
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };

  async function closeAll() {
    await client.$disconnect();
    await pglite.close();
    release();
  }
}
