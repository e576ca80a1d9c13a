import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "#lib/platform/database/database.server.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { findFreePort } from "../../../e2e/fake-gateway/find-free-port.ts";
import {
  type FakeGateway,
  startFakeGateway,
} from "../../../e2e/fake-gateway/start-fake-gateway.ts";
import { watchAttempts } from "../witnesses/watch-attempts.ts";
import { type RunningServer, runServer } from "./run-server.ts";
import { type Postgres, startPostgres } from "./start-postgres.ts";

/** Where a run takes place: a data folder, a database, a gateway, and an address for each process. */
export interface Stage {
  folder: string;
  dataDir: string;
  /** The journals of the disk, outside of the data. */
  journal: string;
  gateway: FakeGateway;
  /** Null: the embedded database. */
  postgres: Postgres | null;
  addresses: readonly string[];
  /** Starts the process of this address. */
  start(slot: number, crashAt: string | null): RunningServer;
  /** The embedded one only while no server runs. */
  openDatabase(): Promise<Database>;
  close(): Promise<void>;
}

/** Sets everything up but the servers: one address on the embedded database, two on PostgreSQL. */
export async function setStage(database: "embedded" | "postgres"): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-crash-"));
  const dataDir = join(folder, "data");
  const journal = join(folder, "journal");
  // These folders' own names are outside of what the journal can vouch for.
  for (const made of ["data/files/incoming", "data/spool", "journal"]) {
    await mkdir(join(folder, made), { recursive: true });
  }
  const gateway = await startFakeGateway();
  const postgres = database === "postgres" ? await startPostgres() : null;
  const openIt = () => openDatabase({ databaseUrl: postgres?.url, dataDir });
  const opened = await openIt();
  await watchAttempts(opened);
  await opened.close();

  const ports = [await findFreePort(), ...(postgres ? [await findFreePort()] : [])];
  const settings = {
    DATA_DIR: dataDir,
    MESHAPI_API_KEY: gateway.apiKey,
    MESHAPI_BASE_URL: gateway.url,
    ATTEMPTS_IN_FLIGHT: "6",
    SHUTDOWN_SECONDS: "20",
    ...(postgres ? { DATABASE_URL: postgres.url } : {}),
  };
  return {
    folder,
    dataDir,
    journal,
    gateway,
    postgres,
    addresses: ports.map((port) => `http://127.0.0.1:${port}`),
    start: (slot, crashAt) =>
      // A power cut takes every process at once, so only a studio of one process keeps a journal for it.
      runServer({ port: ports[slot] ?? 0, settings, crashAt, journal: postgres ? null : journal }),
    openDatabase: openIt,
    async close() {
      await gateway.close();
      await postgres?.close();
    },
  };
}
