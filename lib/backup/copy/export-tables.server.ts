import { join } from "node:path";
import * as z from "zod";
import { backupTables } from "#lib/backup/backup-tables.ts";
import { type LinesSummary, writeLines } from "#lib/backup/jsonl.server.ts";
import { readRows } from "#lib/platform/database/read-rows.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";

/**
 * Writes each table into `<Table>.jsonl` of a folder, a row as JSON a line; a table that this database does not have yet is left out.
 * The connection is in a transaction, and a few hundred rows are in memory at a time.
 */
export async function exportTables(
  connection: SqlConnection,
  directory: string,
): Promise<Record<string, LinesSummary>> {
  const summaries: Record<string, LinesSummary> = {};
  for (const { name, order, rowsAtOnce } of backupTables) {
    if (!(await hasTable(connection, name))) continue;
    const columns = order.map((column) => `"${column}"`).join(", ");
    const sql = `SELECT row_to_json(one)::text AS line FROM "${name}" one ORDER BY ${columns}`;
    summaries[name] = await writeLines(
      join(directory, `${name}.jsonl`),
      linesOf(readRows(connection, sql, { rowsAtOnce })),
    );
  }
  return summaries;
}

async function hasTable(connection: SqlConnection, name: string): Promise<boolean> {
  const { rows } = await connection.query(`SELECT 1 WHERE to_regclass($1) IS NOT NULL`, [
    `"${name}"`,
  ]);
  return rows.length > 0;
}

const lineSchema = z.object({ line: z.string() });

async function* linesOf(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield lineSchema.parse(row).line;
}
