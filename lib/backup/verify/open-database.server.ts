import { join } from "node:path";
import type { Place } from "#lib/backup/place.server.ts";
import { connectPGlite } from "#lib/platform/database/pglite/connect-pglite.server.ts";
import { lockDataFolder } from "#lib/platform/database/pglite/data-lock.server.ts";
import {
  applicationName,
  connectPostgres,
} from "#lib/platform/database/postgres/connect-postgres.server.ts";
import type { OwnSqlConnection } from "#lib/platform/database/sql-connection.server.ts";

/** A connection that may write. Throws an `AppError` "conflict" when another process has the embedded database to itself. */
export async function openDatabase({
  dataDir,
  databaseUrl,
}: Place): Promise<Pick<OwnSqlConnection, "query" | "execute" | "close">> {
  if (databaseUrl) return connectPostgres(databaseUrl, { name: `${applicationName} command` });

  const lock = lockDataFolder(dataDir);
  try {
    const connection = await connectPGlite(join(dataDir, "database"));
    return {
      query: (sql, values) => connection.query(sql, values),
      execute: (script) => connection.execute(script),
      close: () => connection.close().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
