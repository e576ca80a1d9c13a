import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { openPostgresStudio } from "#lib/generation/faults/test-postgres-studio.ts";
import { until } from "#lib/generation/faults/test-until.ts";
import { newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { startDatabaseProxy } from "#lib/platform/database/test-database-proxy.ts";

test("a database that was away for longer than a lease costs a process that lives no attempt", async () => {
  const databaseUrl = await newPostgresUrl();
  const proxy = await startDatabaseProxy(databaseUrl);
  const { submit, start, ended, gateway } = await openPostgresStudio(proxy.url);
  const neighbour = await openPostgresStudio(proxy.url);
  const eye = new pg.Client(databaseUrl);
  await eye.connect();
  onTestFinished(() => eye.end());
  await start();
  const { id } = await submit("a fox [[hold:gate]]");
  await gateway.reached("gate");
  await neighbour.start();

  proxy.cut();
  // Longer than a process looks in vain before it takes the database for away.
  await wait(11_000);
  await eye.query(`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`);
  proxy.mend();
  const renewed = `SELECT FROM "Attempt" WHERE fence > 1 OR "leaseUntil" > clock_timestamp()`;
  await until(
    async () => (await eye.query(renewed)).rowCount === 1,
    async () => {},
  );
  const { rows } = await eye.query(`SELECT state, fence FROM "Attempt"`);
  gateway.release("gate");

  expect(rows).toEqual([{ state: "sending", fence: 1 }]);
  expect(await ended(id)).toMatchObject({ state: "succeeded" });
  expect(gateway.ledger().charges).toHaveLength(1);
});
