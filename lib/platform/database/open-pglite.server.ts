import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaClient } from "#prisma/client/client.ts";
import { lockDataFolder } from "./data-lock.server.ts";
import type { Database } from "./database.server.ts";
import { DurableNodeFS, durableStartParams } from "./durable-node-fs.server.ts";
import { migrate } from "./migrate.server.ts";
import { createPGliteAdapter } from "./pglite-adapter.server.ts";
import { transactionOptions } from "./transaction-options.server.ts";

/** Opens the embedded database in `dataDir`/database, makes it when there is none, and holds the folder's lock. */
export async function openPGlite(options: {
  dataDir: string;
  migrationsDir: string;
}): Promise<Database> {
  await mkdir(options.dataDir, { recursive: true });
  const lock = lockDataFolder(options.dataDir);
  try {
    const folder = join(options.dataDir, "database");
    const pglite = await PGlite.create({
      fs: new DurableNodeFS(folder),
      startParams: durableStartParams(PGlite.defaultStartParams),
    });
    await migrate(
      {
        query: (sql, values) => pglite.query(sql, values),
        execute: async (script) => {
          await pglite.exec(script);
        },
      },
      options,
    );

    const client = new PrismaClient({ adapter: createPGliteAdapter(pglite), transactionOptions });
    let closing: Promise<void> | undefined;
    return {
      client,
      description: `embedded PGlite in ${relative(process.cwd(), folder)}`,
      listen: (channel, onNotify) => pglite.listen(channel, onNotify),
      close: () => {
        closing ??= closeAll();
        return closing;
      },
    };

    async function closeAll() {
      await client.$disconnect();
      await pglite.close();
      lock.release();
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}
