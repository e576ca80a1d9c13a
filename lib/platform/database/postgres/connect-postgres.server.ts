import pg from "pg";
import type { OwnSqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { translatePostgresError } from "./translate-postgres-error.server.ts";

/** By this name PostgreSQL's administrator knows the connections of a studio. */
export const applicationName = "atelier";

/** How connections to the PostgreSQL at a URL are made. `name` is what its administrator sees. */
export function postgresConfig(databaseUrl: string, { name }: { name: string }) {
  return {
    connectionString: inUtc(databaseUrl),
    application_name: name,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}

/**
 * Opens one connection for plain SQL to the PostgreSQL at a URL, 15 or later, and changes nothing there. Throws an
 * `AppError` that says what to do.
 */
export async function connectPostgres(
  databaseUrl: string,
  { name }: { name: string },
): Promise<OwnSqlConnection> {
  const client = new pg.Client(postgresConfig(databaseUrl, { name }));
  const place = describePlace(databaseUrl);
  // Without a listener the loss of an idle connection would end the process; the next query tells of it.
  client.on("error", () => {});
  try {
    await client.connect();
    await requireVersion(client);
  } catch (error) {
    await client.end();
    throw translatePostgresError(error, place);
  }
  return {
    description: `PostgreSQL at ${place}`,
    query: (sql, values) => client.query(sql, values),
    execute: async (script) => {
      await client.query(script);
    },
    close: () => client.end(),
  };
}

/** For people: host, port and name, without user and password. */
export function describePlace(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || 5432}${pathname}`;
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
