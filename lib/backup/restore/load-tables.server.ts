import { join } from "node:path";
import type { BackupManifest } from "#lib/backup/backup-manifest.ts";
import { backupTables } from "#lib/backup/backup-tables.ts";
import { readLines } from "#lib/backup/jsonl.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";

/** What one statement carries: PGlite's memory grows with it. */
const batch = { rows: 500, chars: 1_000_000 };

/**
 * Loads the rows of a backup into tables that are as they were at its last migration, within the caller's transaction. Foreign keys are
 * checked at its end: a row may refer to a later one.
 */
export async function loadTables(
  connection: SqlConnection,
  { directory, tables }: { directory: string; tables: BackupManifest["tables"] },
): Promise<void> {
  const present = backupTables.filter(({ name }) => name in tables);
  await connection.execute(deferForeignKeys);
  // What the migrations themselves have put there, the owner, comes with the backup.
  for (const { name } of present.toReversed()) await connection.execute(`DELETE FROM "${name}"`);
  for (const { name } of present) {
    for await (const rows of batchesOf(readLines(join(directory, `${name}.jsonl`)))) {
      await connection.query(
        `INSERT INTO "${name}" SELECT * FROM json_populate_recordset(null::"${name}", $1::json)`,
        [`[${rows.join(",")}]`],
      );
    }
  }
  await connection.execute(checkForeignKeys);
  await connection.execute(setSequences);
  // The embedded database has nobody who would do it; without it the first pages of a large library take seconds.
  await connection.execute("ANALYZE");
}

async function* batchesOf(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rows: string[] = [];
  let chars = 0;
  for await (const line of lines) {
    rows.push(line);
    chars += line.length;
    if (rows.length < batch.rows && chars < batch.chars) continue;

    yield rows;
    [rows, chars] = [[], 0];
  }
  if (rows.length > 0) yield rows;
}

const forEachForeignKey = (change: string) => `DO $$
  DECLARE key record;
  BEGIN
    FOR key IN SELECT conname, conrelid::regclass AS owner FROM pg_constraint
      WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
    LOOP
      EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I ${change}', key.owner, key.conname);
    END LOOP;
  END $$`;

const deferForeignKeys = forEachForeignKey("DEFERRABLE INITIALLY DEFERRED");

const checkForeignKeys = `SET CONSTRAINTS ALL IMMEDIATE; ${forEachForeignKey("NOT DEFERRABLE")}`;

/** The next number of a column that counts by itself follows the highest that came with the rows. */
const setSequences = `DO $$
  DECLARE counted record;
  BEGIN
    FOR counted IN SELECT format('%I', table_name) AS owner, column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_default LIKE 'nextval(%'
    LOOP
      EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 1), max(%I) IS NOT NULL) FROM %s',
        counted.owner, counted.column_name, counted.column_name, counted.column_name, counted.owner);
    END LOOP;
  END $$`;
