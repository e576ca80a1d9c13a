import { tmpdir } from "node:os";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#lib/services/open-database.server.ts";
import { isDatabaseLost } from "./is-database-lost.server.ts";
import { newPostgresUrl } from "./test-database.ts";
import { startDatabaseProxy } from "./test-database-proxy.ts";

async function open() {
  const proxy = await startDatabaseProxy(await newPostgresUrl());
  const { client, close } = await openDatabase({ databaseUrl: proxy.url, dataDir: tmpdir() });
  onTestFinished(close);
  await client.user.count();
  return { proxy, client };
}

const errorOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test("a database that is down, goes away, or is shut down counts as lost", async () => {
  const { proxy, client } = await open();
  proxy.cut();
  expect(isDatabaseLost(await errorOf(client.user.count()))).toBe(true);
  expect(isDatabaseLost(await errorOf(client.$queryRaw`SELECT 1`))).toBe(true);
  proxy.mend();

  const within = client.$transaction(async (transaction) => {
    await transaction.user.count();
    proxy.cut();
    await transaction.user.count();
  });
  expect(isDatabaseLost(await errorOf(within))).toBe(true);
  proxy.mend();

  const ended = client.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
  expect(isDatabaseLost(await errorOf(ended))).toBe(true);
  expect(await errorOf(client.user.count())).toBeNull();
});

test("a transaction that took too long, and one that the database ended for standing still, count as lost", async () => {
  const { client } = await open();
  const tooLong = client.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`SELECT pg_sleep(0.2)::text`;
      await transaction.user.count();
    },
    { timeout: 50 },
  );
  expect(isDatabaseLost(await errorOf(tooLong))).toBe(true);

  const still = client.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 50`;
    await client.$queryRaw`SELECT pg_sleep(0.3)::text`;
    await transaction.user.count();
  });
  expect(isDatabaseLost(await errorOf(still))).toBe(true);
});

test("whatever a transaction meets, at each of its steps, while connections are ended counts as lost", async () => {
  const { client } = await open();
  const others = new pg.Client({ connectionString: await newPostgresUrl() });
  others.on("error", () => {});
  await others.connect();
  onTestFinished(() => others.end());
  const [place] = await client.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;

  let isOver = false;
  const errors: unknown[] = [];
  const work = async () => {
    while (!isOver) {
      const error = await errorOf(
        client.$transaction(async (transaction) => {
          await transaction.user.count();
          await transaction.$queryRaw`SELECT 1`;
        }),
      );
      if (error) errors.push(error);
    }
  };
  const workers = Array.from({ length: 8 }, work);
  while (errors.length < 300) {
    await others.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [place?.name],
    );
  }
  isOver = true;
  await Promise.all(workers);

  expect(errors.filter((error) => !isDatabaseLost(error))).toEqual([]);
});

test("a query that the database refuses does not", async () => {
  const { client } = await open();
  expect(isDatabaseLost(await errorOf(client.$queryRaw`SELECT * FROM nowhere`))).toBe(false);
  const unknown = { where: { id: "00000000-0000-7000-8000-000000000000" } };
  expect(isDatabaseLost(await errorOf(client.user.findUniqueOrThrow(unknown)))).toBe(false);
  expect(isDatabaseLost("connection terminated")).toBe(false);
});
