import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { until } from "#lib/generation/faults/test-until.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";
import { newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { parseEnv } from "#lib/platform/env.server.ts";
import { makeNoFolder, noFolders } from "#lib/platform/files/test-no-folder.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { startServices } from "#lib/services/services.server.ts";

test("a start outlives a database that ends its connection while another process holds it up", async () => {
  const databaseUrl = await newPostgresUrl();
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const { client, close } = await openDatabase({ databaseUrl, dataDir });
  onTestFinished(close);

  const hold = async (transaction: Transaction) => {
    await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
    await transaction.$queryRaw`SELECT id::text FROM "User" FOR UPDATE`;
    const start = startServices({
      env: parseEnv({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }),
    });
    let ended = 0;
    await until(
      async () => ended > 0,
      async () => {
        ended += await client.$executeRaw`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      },
    );
    return { start };
  };
  const starting = await client.$transaction(hold, { timeout: 600_000 });

  const services = await starting.start;
  onTestFinished(services.close);
  await expect.poll(async () => (await services.health()).status).toBe("ok");
});

test.each(noFolders)(
  "a start whose data folder is %s says so, and what to do",
  async (_, make, words) => {
    const path = await makeNoFolder(make);

    for (const dataDir of [path, join(path, "within")]) {
      await expect(startServices({ env: parseEnv({ DATA_DIR: dataDir }) })).rejects.toMatchObject({
        code: "storage_unavailable",
        message: expect.stringContaining(`${path}${words}`),
      });
    }
  },
);
