import { expect, onTestFinished, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { PrismaClient } from "./database.server.ts";
import { lookAfterTables } from "./look-after-tables.server.ts";
import { openNewPGlite } from "./test-database.ts";

const writeEvents = (client: PrismaClient, { from, to }: { from: number; to: number }) =>
  client.$executeRaw`
    INSERT INTO "Event" ("userId", sequence, type, data)
    SELECT ${userId}::uuid, number, 'noted', '{}' FROM generate_series(${from}::int, ${to}::int) AS number`;

async function openClient(): Promise<PrismaClient> {
  const { database, dispose } = await openNewPGlite();
  onTestFinished(dispose);
  return database.client;
}

const sizeOfEvents = async (client: PrismaClient) => {
  const [row] = await client.$queryRaw<{ size: number }[]>`
    SELECT pg_total_relation_size('"Event"')::int AS size`;
  return row?.size ?? 0;
};

test("the embedded database gets statistics: all tables at the start, then those to which much was written", async () => {
  const client = await openClient();
  const first = await lookAfterTables(client, { occasion: "start" });
  expect(first).toEqual(expect.arrayContaining(['ANALYZE "Event"', 'ANALYZE "Image"']));
  expect(await lookAfterTables(client, { occasion: "minute" })).toEqual([]);

  await writeEvents(client, { from: 1, to: 400 });
  expect(await lookAfterTables(client, { occasion: "minute" })).toEqual([]);
  expect(await lookAfterTables(client, { occasion: "hour" })).toEqual(['ANALYZE "Event"']);
  await writeEvents(client, { from: 401, to: 1_500 });
  expect(await lookAfterTables(client, { occasion: "minute" })).toEqual(['ANALYZE "Event"']);
  const [statistics] = await client.$queryRaw<{ rows: number }[]>`
    SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'Event'`;
  expect(statistics).toEqual({ rows: 1_500 });
});

test("what is deleted gives its space back: writing and pruning as much again makes the files no larger", async () => {
  const client = await openClient();
  await writeEvents(client, { from: 1, to: 5_000 });
  const size = await sizeOfEvents(client);
  for (let round = 1; round <= 4; round += 1) {
    await client.event.deleteMany();
    expect(await lookAfterTables(client, { occasion: "minute" })).toContain('VACUUM "Event"');
    await writeEvents(client, { from: 5_000 * round + 1, to: 5_000 * (round + 1) });
  }
  expect(await sizeOfEvents(client)).toBeLessThan(size * 1.5);
});

test("nothing more is begun once the studio stops", async () => {
  const client = await openClient();
  const options = { occasion: "start", signal: AbortSignal.abort() } as const;
  expect(await lookAfterTables(client, options)).toEqual([]);
});
