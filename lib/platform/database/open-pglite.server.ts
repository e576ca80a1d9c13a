import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { AppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/make-folder.server.ts";
import { PrismaClient } from "#prisma/client/client.ts";
import { lockDataFolder } from "./data-lock.server.ts";
import type { Database } from "./database.server.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.server.ts";
import { migrate } from "./migrate.server.ts";
import { createPGliteAdapter } from "./pglite-adapter.server.ts";
import { transactionOptions } from "./transaction-options.server.ts";
import { translatePGliteError } from "./translate-open-error.server.ts";

/** The PostgreSQL in this version of PGlite; it opens the folders of no other. */
const postgresMajor = "18";

/** What `--liftoff-only` implies at a process's start; set later, each must be named. */
const quickCompilerOnly = ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"];

/**
 * Opens the embedded database in `dataDir`/database, makes it when there is none, migrates it, and holds the folder's
 * lock until it is closed. Throws an `AppError` that says what to do.
 */
export async function openPGlite(options: {
  dataDir: string;
  migrationsDir: string;
}): Promise<Database> {
  const { dataDir, migrationsDir } = options;
  try {
    await makeFolder(dataDir);
    const lock = lockDataFolder(dataDir);
    try {
      const pglite = await openFolder(join(dataDir, "database"), migrationsDir);
      return createDatabase(pglite, `embedded PGlite in ${dataDir}/database`, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw translatePGliteError(error, dataDir);
  }
}

async function openFolder(folder: string, migrationsDir: string): Promise<PGlite> {
  await requireVersion(folder);
  // Optimising PGlite's WebAssembly takes both cores for seconds and hundreds of megabytes, and gains nothing that
  // could be measured (docs/decisions/0007). The flag is the process's; nothing else here is WebAssembly of weight.
  for (const flag of quickCompilerOnly) setFlagsFromString(flag);
  const pglite = await PGlite.create({
    fs: new DurableNodeFS(folder),
    startParams: durableStartParams(PGlite.defaultStartParams),
  });
  try {
    const query = (sql: string, values?: unknown[]) => pglite.query(sql, values);
    const execute = async (script: string) => {
      await pglite.exec(script);
    };
    await migrate({ query, execute }, { migrationsDir });
    return pglite;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

function createDatabase(pglite: PGlite, description: string, release: () => void): Database {
  const client = new PrismaClient({ adapter: createPGliteAdapter(pglite), transactionOptions });
  let closing: Promise<void> | undefined;
  return {
    client,
    description,
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

async function requireVersion(folder: string): Promise<void> {
  const version = await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => postgresMajor);
  if (version.trim() === postgresMajor) return;
  throw new AppError(
    "unavailable",
    `The embedded database in ${folder} was made by PostgreSQL ${version.trim()}, and this version of Atelier brings ${postgresMajor}. Start the version that made it, export there, and import here.`,
  );
}
