import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "#lib/platform/database/migration/read-migrations.server.ts";
import { createPGliteAdapter } from "#lib/platform/database/pglite/pglite-adapter.server.ts";

/** Prisma's schema engine as WebAssembly, which needs no download, over a PGlite. */
export async function openSchemaEngine(
  pglite: PGlite,
  schema: { path: string; content: string },
): Promise<bindings.SchemaEngine> {
  started ??= startBindings();
  await started;
  return bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(createPGliteAdapter(pglite, () => PGlite.create())),
  );
}

/** The migrations as the engine wants them. */
export function toMigrationList(
  migrationsDir: string,
  migrations: Migration[],
): bindings.MigrationList {
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}

/** Once in a process: a second start would pull the memory from under the first. */
let started: Promise<void> | undefined;

/** The package's own entry imports the `.wasm` as a module, which only bundlers can. */
async function startBindings(): Promise<void> {
  const require = createRequire(import.meta.url);
  const script = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(
    await readFile(script.replace(/\.js$/, ".wasm")),
    { "./schema_engine_bg.js": { ...bindings } },
  );
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
}
