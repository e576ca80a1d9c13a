import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { readMigrations } from "#lib/platform/database/migration/read-migrations.server.ts";
import { openSchemaEngine, toMigrationList } from "./schema-engine.server.ts";

/**
 * The SQL that leads from what the migrations make to what the schema says; "" when they agree.
 * It needs neither a database nor a network.
 */
export async function diffSchema(options: {
  schemaFile: string;
  migrationsDir: string;
}): Promise<string> {
  const { schemaFile, migrationsDir } = options;
  const schema = { path: schemaFile, content: await readFile(schemaFile, "utf8") };
  const migrations = await readMigrations(migrationsDir);

  const pglite = await PGlite.create();
  try {
    const engine = await openSchemaEngine(pglite, schema);
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...toMigrationList(migrationsDir, migrations) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const script = stdout?.trim() ?? "";
    return script === "-- This is an empty migration." ? "" : script;
  } finally {
    await pglite.close();
  }
}
