import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Database } from "#lib/platform/database/database.server.ts";
import { migrate } from "#lib/platform/database/migration/migrate.server.ts";
import { transactionOptions } from "#lib/platform/database/transaction-options.server.ts";
import { PrismaClient } from "#prisma/client/client.ts";
import {
  applicationName,
  connectPostgres,
  describePlace,
  postgresConfig,
} from "./connect-postgres.server.ts";
import { listenPostgres } from "./listen-postgres.server.ts";
import { translatePostgresError } from "./translate-postgres-error.server.ts";

/**
 * A process that stands still in a transaction, frozen or cut off from the network, keeps its locks, and nobody else can
 * write an event: PostgreSQL takes them away after so long. Sooner than others give up waiting (`transactionOptions`).
 */
const transactionIdleMs = 10_000;

/** Opens the PostgreSQL at a URL, 15 or later, and migrates it. Throws an `AppError` that says what to do. */
export async function openPostgres(options: {
  databaseUrl: string;
  migrationsDir: string;
}): Promise<Database> {
  const { databaseUrl, migrationsDir } = options;
  const config = {
    ...postgresConfig(databaseUrl, { name: applicationName }),
    idle_in_transaction_session_timeout: transactionIdleMs,
  };
  const fail = (error: unknown): never => {
    throw translatePostgresError(error, describePlace(databaseUrl));
  };
  const connection = await connectPostgres(databaseUrl, { name: applicationName });
  await migrate(connection, { migrationsDir })
    .catch(fail)
    .finally(() => connection.close());

  const adapter = new PrismaPg(createPool(config), { disposeExternalPool: true });
  const client = new PrismaClient({ adapter, transactionOptions });
  const stops = new Set<() => Promise<void>>();
  let closing: Promise<void> | undefined;
  return {
    client,
    description: connection.description,
    folder: null,
    listen: async (channel, onNotify) => {
      const stopListening = await listenPostgres({ config, channel, onNotify }).catch(fail);
      const stop = async () => {
        stops.delete(stop);
        await stopListening();
      };
      stops.add(stop);
      return stop;
    },
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };

  async function closeAll() {
    await Promise.all([...stops].map((stop) => stop()));
    await client.$disconnect();
  }
}

/**
 * The pool listens for errors of its idle connections, and its user for those that it has in hand. In between nobody
 * does, and a connection that ends at that instant would end the process.
 */
function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return pool;
}
