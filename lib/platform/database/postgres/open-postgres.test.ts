import { tmpdir } from "node:os";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { newPostgresUrl, openNewPostgres } from "#lib/platform/database/test-database.ts";
import { startDatabaseProxy } from "#lib/platform/database/test-database-proxy.ts";
import { transactionOptions } from "#lib/platform/database/transaction-options.server.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";

test("is described by its place, without user and password", async () => {
  const databaseUrl = await newPostgresUrl();
  const { host, pathname } = new URL(databaseUrl);
  const database = await openDatabase({ databaseUrl, dataDir: tmpdir() });
  onTestFinished(() => database.close());
  expect(database.description).toBe(`PostgreSQL at ${host}${pathname}`);
});

test.each([
  {
    what: "port",
    value: "1",
    message: /^No PostgreSQL answers at 127\.0\.0\.1:1\/test_\d+\. Start /,
  },
  { what: "hostname", value: "nowhere.invalid", message: /^The host of nowhere\.invalid:.* known/ },
  { what: "password", value: "wrong", message: /refused the user or the password\. Correct / },
  {
    what: "pathname",
    value: "/none",
    message: /has no database at 127\.0\.0\.1:\d+\/none\. Create /,
  },
] as const)(
  "a wrong $what of the URL is named, with what to do",
  async ({ what, value, message }) => {
    const url = new URL(await newPostgresUrl());
    url[what] = value;
    const opening = openDatabase({ databaseUrl: url.href, dataDir: tmpdir() });
    await expect(opening).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(message),
    });
  },
);

test("listening survives a lost connection, and says that it may have missed something", async () => {
  const { database, dispose } = await openNewPostgres();
  onTestFinished(dispose);
  const payloads: string[] = [];
  let arrived = Promise.withResolvers<void>();
  const stop = await database.listen("atelier_test", (payload) => {
    payloads.push(payload);
    arrived.resolve();
  });

  await database.client.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  await arrived.promise;
  expect(payloads).toEqual([""]);

  arrived = Promise.withResolvers();
  await database.client.$executeRaw`SELECT pg_notify('atelier_test', 'back')`;
  await arrived.promise;
  expect(payloads).toEqual(["", "back"]);
  await stop();
});

test("queries work again after every connection was cut", async () => {
  const databaseUrl = await newPostgresUrl();
  const database = await openDatabase({ databaseUrl, dataDir: tmpdir() });
  onTestFinished(() => database.close());
  await database.client.user.count();

  const other = new pg.Client(databaseUrl);
  await other.connect();
  await other.query(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await other.end();
  expect(await database.client.user.count()).toBe(1);
});

test("a connection that ends in the packet that says it is ready is an error, and no end of the process", async () => {
  const proxy = await startDatabaseProxy(await newPostgresUrl());
  const database = await openDatabase({ databaseUrl: proxy.url, dataDir: tmpdir() });
  onTestFinished(() => database.close());
  proxy.poison();
  const { client } = database;

  // Vitest fails a run in which an error went unheard.
  await expect(client.$transaction((transaction) => transaction.user.count())).rejects.toThrow();
  await expect(client.user.count()).rejects.toThrow();
  proxy.mend();
  expect(await client.user.count()).toBe(1);
});

test("a process that stands still in a transaction loses its locks before others give up", async () => {
  const { database, dispose } = await openNewPostgres();
  onTestFinished(dispose);
  const [row] = await database.client.$queryRaw<{ ms: number }[]>`
    SELECT setting::int AS ms FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'`;
  expect(row?.ms).toBeGreaterThan(0);
  expect(row?.ms).toBeLessThan(transactionOptions.timeout);
});
