import { access, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import type {
  OwnSqlConnection,
  SqlConnection,
} from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { tightenFolder } from "#lib/platform/files/tighten-folder.server.ts";
import { copyEmptyDatabase } from "../empty-database.server.ts";
import { damagedDatabase } from "./damaged-database.server.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.server.ts";
import { explainOpenError } from "./explain-open-error.server.ts";
import { syncFolder, syncTree } from "./sync-tree.server.ts";

/** The PostgreSQL in this version of PGlite; it opens the folders of no other. */
const postgresMajor = "18";

/** What `--liftoff-only` implies at a process's start; set later, each must be named. */
const quickCompilerOnly = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

/**
 * Opens the embedded database in a folder, as it is, and makes an empty one where there is nothing at all. Nothing guards the
 * folder: the caller holds its lock. Throws an `AppError` that says what to do.
 */
export async function openPGliteFolder(folder: string): Promise<PGlite> {
  try {
    await forgetUnfinished(folder);
    await requirePGliteVersion(folder);
    // Optimising PGlite's WebAssembly takes both cores for seconds and hundreds of megabytes, and gains nothing that
    // could be measured (docs/decisions/0007). The flag is the process's; nothing else here is WebAssembly of weight.
    for (const flag of quickCompilerOnly) setFlagsFromString(flag);
    return (await readVersion(folder)) === null
      ? await makePGliteFolder(folder)
      : await create(folder);
  } catch (error) {
    throw await explainOpenError(error, folder);
  }
}

/** Beside the folder for as long as a new database is being made in it. */
function markOf(folder: string): string {
  return `${folder}.making`;
}

/** Removes what an interrupted making left: nothing was in it yet. */
async function forgetUnfinished(folder: string): Promise<void> {
  const isUnfinished = await access(markOf(folder)).then(
    () => true,
    () => false,
  );
  if (isUnfinished) await rm(folder, { recursive: true, force: true });
}

async function makePGliteFolder(folder: string): Promise<PGlite> {
  if (!(await isEmptyFolder(folder))) {
    throw await damagedDatabase({ dataDir: dirname(folder), fault: "lacks some of its files" });
  }

  const mark = markOf(folder);
  await mkdir(folder, { recursive: true });
  await writeFile(mark, "", { mode: 0o600, flush: true });
  await syncFolder(dirname(folder));
  await copyEmptyDatabase(folder);
  const pglite = await create(folder);
  // What is unpacked is open to everybody, whatever the process asks for.
  await tightenFolder(folder);
  await syncTree(folder);
  await rm(mark);
  await syncFolder(dirname(folder));
  return pglite;
}

function create(folder: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: durableStartParams(PGlite.defaultStartParams),
  });
}

async function isEmptyFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error) => {
    if (Object(error).code === "ENOENT") return [];
    throw error;
  });
  return names.every((name) => name === "lost+found");
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
  if (!/^\d+$/.test(version)) {
    throw await damagedDatabase({ dataDir: dirname(folder), fault: "lacks its version" });
  }
  throw new AppError(
    "unavailable",
    `The embedded database in ${folder} was made by PostgreSQL ${version}, and this version of Atelier brings ${postgresMajor}. With the version of Atelier that made it run \`npm run backup -- DIR\`; then set DATA_DIR to an empty folder and run \`npm run restore -- DIR\` with this one.`,
  );
}

/** The PostgreSQL that made a folder; null where there is none yet. */
async function readVersion(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(/* turbopackIgnore: true */ folder, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (Object(error).code === "ENOENT") return null;
    throw error;
  }
}
