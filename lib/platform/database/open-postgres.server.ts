import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { AppError } from "#lib/platform/errors.ts";
import { PrismaClient } from "#prisma/client/client.ts";
import type { Database } from "./database.server.ts";
import { listenPostgres } from "./listen-postgres.server.ts";
import { migrate } from "./migrate.server.ts";
import { transactionOptions } from "./transaction-options.server.ts";
import { translatePostgresError } from "./translate-open-error.server.ts";

/** Opens the PostgreSQL at a URL, 15 or later, and migrates it. Throws an `AppError` that says what to do. */
export async function openPostgres(options: {
  databaseUrl: string;
  migrationsDir: string;
}): Promise<Database> {
  const place = describePlace(options.databaseUrl);
  const config = {
    connectionString: inUtc(options.databaseUrl),
    application_name: "atelier",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  const fail = (error: unknown): never => {
    throw translatePostgresError(error, place);
  };
  await migrateOver(new pg.Client(config), options.migrationsDir).catch(fail);

  const client = new PrismaClient({ adapter: new PrismaPg(config), transactionOptions });
  const stops = new Set<() => Promise<void>>();
  let closing: Promise<void> | undefined;
  return {
    client,
    description: `PostgreSQL at ${place}`,
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

async function migrateOver(client: pg.Client, migrationsDir: string): Promise<void> {
  try {
    await client.connect();
    await requireVersion(client);
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

async function requireVersion(client: pg.Client): Promise<void> {
  const old = await client.query(
    `SELECT current_setting('server_version') AS version
     WHERE current_setting('server_version_num')::int < 150000`,
  );
  if (old.rows.length === 0) return;
  throw new AppError("unavailable", "Atelier needs PostgreSQL 15 or later. Upgrade the server.");
}

/** Prisma's adapter drops the offset of a timestamp, so that it is right in UTC sessions only. */
function inUtc(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get("options");
  url.searchParams.set("options", [given, "-c timezone=UTC"].filter(Boolean).join(" "));
  return url.href;
}

function describePlace(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || 5432}${pathname}`;
}
