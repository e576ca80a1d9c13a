import * as z from "zod";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";

const rowsSchema = z.array(z.object({ name: z.string() })).length(1);

/** The name of the newest migration that a database has. Throws an `AppError` when it has none. */
export async function lastMigration(connection: SqlConnection): Promise<string> {
  const table = await connection.query(
    `SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`,
  );
  if (table.rows.length === 0) throw noStudio();

  const { rows } = await connection.query(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1`,
  );
  const found = rowsSchema.safeParse(rows);
  if (!found.success || !found.data[0]) throw noStudio();
  return found.data[0].name;
}

function noStudio(): AppError {
  return new AppError("not_found", "The database holds no studio: no migration was applied to it.");
}
