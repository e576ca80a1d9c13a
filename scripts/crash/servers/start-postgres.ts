import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { findFreePort } from "../../../e2e/fake-gateway/find-free-port.ts";

export interface Postgres {
  url: string;
  /** Stops it and starts it again; everybody's connections are lost. */
  bounce(): Promise<void>;
  /** Cuts every connection but its own. */
  cutConnections(): Promise<void>;
  /** How many attempts a process of this studio holds. */
  countHeldBy(pid: number): Promise<number>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL of this run's own. */
export async function startPostgres(): Promise<Postgres> {
  const child = fork("scripts/crash/servers/run-postgres.ts", [String(await findFreePort())]);
  const ended = once(child, "exit");
  const failed = ended.then(() => {
    throw new Error("PostgreSQL ended by itself.");
  });
  // Looked at while it is started and bounced; at the end it is no failure.
  failed.catch(() => {});
  const [message] = await Promise.race([once(child, "message"), failed]);
  const url: string = Object(message).url;

  return {
    url,
    async bounce() {
      const bounced = once(child, "message");
      child.send("bounce");
      await Promise.race([bounced, failed]);
    },
    async cutConnections() {
      await query(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
      );
    },
    countHeldBy: (pid) =>
      query(
        url,
        `SELECT id FROM "Attempt" WHERE "leaseOwner" LIKE '%:' || $1
         AND state IN ('claimed', 'sending', 'receiving', 'storing')`,
        [pid],
      ),
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Asks on a connection of its own, and tells how many rows came. */
async function query(url: string, sql: string, values: readonly unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql, [...values]);
    return rows.length;
  } finally {
    await client.end();
  }
}
