import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { AppError } from "#lib/platform/errors.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.server.ts";
import type { OwnSqlConnection, SqlConnection } from "./sql-connection.server.ts";
import { syncTree } from "./sync-tree.server.ts";

/** The PostgreSQL in this version of PGlite; it opens the folders of no other. */
const postgresMajor = "18";

/** What `--liftoff-only` implies at a process's start; set later, each must be named. */
const quickCompilerOnly = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

/**
 * Opens the embedded database in a folder, as it is, and makes an empty one when there is none. Nothing guards the folder:
 * the caller holds its lock. Throws an `AppError` when another PostgreSQL made it, else the system's own error.
 */
export async function openPGliteFolder(folder: string): Promise<PGlite> {
  await requirePGliteVersion(folder);
  // Optimising PGlite's WebAssembly takes both cores for seconds and hundreds of megabytes, and gains nothing that
  // could be measured (docs/decisions/0007). The flag is the process's; nothing else here is WebAssembly of weight.
  for (const flag of quickCompilerOnly) setFlagsFromString(flag);
  const isNew = (await readVersion(folder)) === null;
  const pglite = await PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: durableStartParams(PGlite.defaultStartParams),
  });
  if (isNew) await syncTree(folder);
  return pglite;
}

/** The same, for plain SQL only. */
export async function connectPGlite(folder: string): Promise<OwnSqlConnection> {
  const pglite = await openPGliteFolder(folder);
  return {
    ...toSqlConnection(pglite),
    description: `embedded PGlite in ${folder}`,
    close: () => pglite.close(),
  };
}

/** Plain SQL on an open PGlite. */
export function toSqlConnection(pglite: PGlite): SqlConnection {
  return {
    query: (sql, values) => pglite.query(sql, values),
    execute: async (script) => {
      await pglite.exec(script);
    },
  };
}

/** Throws an `AppError` that names the way out when another PostgreSQL than ours made a folder. */
export async function requirePGliteVersion(folder: string): Promise<void> {
  const version = await readVersion(folder);
  if (version === null || version === postgresMajor) return;
  throw new AppError(
    "unavailable",
    `The embedded database in ${folder} was made by PostgreSQL ${version}, and this version of Atelier brings ${postgresMajor}. With the version of Atelier that made it run \`npm run backup -- DIR\`; then set DATA_DIR to an empty folder and run \`npm run restore -- DIR\` with this one.`,
  );
}

/** The PostgreSQL that made a folder; null where there is none yet. */
async function readVersion(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  } catch {
    return null;
  }
}
