import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#prisma/client/client.ts";
import type { Database } from "./database.server.ts";
import { listenPostgres } from "./listen-postgres.server.ts";
import { migrate } from "./migrate.server.ts";
import { transactionOptions } from "./transaction-options.server.ts";

/** Opens a PostgreSQL by its URL. */
export async function openPostgres(options: {
  databaseUrl: string;
  migrationsDir: string;
}): Promise<Database> {
  const config = {
    connectionString: inUtc(options.databaseUrl),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  await migrateOver(new pg.Client(config), options.migrationsDir);

  const client = new PrismaClient({ adapter: new PrismaPg(config), transactionOptions });
  const stops = new Set<() => Promise<void>>();
  let closing: Promise<void> | undefined;
  return {
    client,
    description: describe(options.databaseUrl),
    listen: async (channel, onNotify) => {
      const stop = await listenPostgres({ config, channel, onNotify });
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

async function migrateOver(client: pg.Client, migrationsDir: string): Promise<void> {
  try {
    await client.connect();
    await migrate(
      {
        query: (sql, values) => client.query(sql, values),
        execute: async (script) => {
          await client.query(script);
        },
      },
      { migrationsDir },
    );
  } finally {
    await client.end();
  }
}

/** Prisma's adapter drops the offset of a timestamp, so that it is right in UTC sessions only. */
function inUtc(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get("options");
  url.searchParams.set("options", [given, "-c timezone=UTC"].filter(Boolean).join(" "));
  return url.href;
}

function describe(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${hostname}:${port || 5432}${pathname}`;
}
