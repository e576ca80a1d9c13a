import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { pruneEvents } from "#lib/events/prune-events.server.ts";
import { currentSequence, readEvents } from "#lib/events/read-events.server.ts";
import type { Database, PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const write = ({ client }: Database, ...words: string[]) =>
  client.$transaction((transaction) =>
    appendEvents(transaction, {
      userId,
      events: words.map((word) => ({ type: "generation-deleted", generationId: `"${word}"` })),
    }),
  );

describeOnBothDatabases("a user's log", (open) => {
  test("numbers events without a gap, also when many write at once", async () => {
    const database = await open();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => write(database, `a${index}`, `b${index}`)),
    );

    const events = await readEvents(database.client, { userId, after: 0 });
    expect(events?.map((event) => event.sequence)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });

  test("keeps no event and uses up no number for a transaction that was rolled back", async () => {
    const database = await open();
    const broken = database.client.$transaction(async (transaction) => {
      await appendEvents(transaction, {
        userId,
        events: [{ type: "generation-deleted", generationId: "lost" }],
      });
      throw new Error("rolled back");
    });
    await expect(broken).rejects.toThrow("rolled back");
    await write(database, "kept");

    expect(await readEvents(database.client, { userId, after: 0 })).toEqual([
      { sequence: 1, type: "generation-deleted", data: { generationId: '"kept"' } },
    ]);
  });

  test("says that a cursor from another database, or older than the log, cannot be continued from", async () => {
    const database = await open();
    await write(database, "one", "two", "three");
    await database.client.event.deleteMany({ where: { userId, sequence: 1 } });

    expect(await readEvents(database.client, { userId, after: 0 })).toBeNull();
    expect(await readEvents(database.client, { userId, after: 99 })).toBeNull();
    expect(await readEvents(database.client, { userId, after: 3 })).toEqual([]);
    expect(await currentSequence(database.client, userId)).toBe(3);
  });

  test("is read a page at a time, of so many events, and of so many bytes", async () => {
    const database = await open();
    await write(database, ...Array.from({ length: 201 }, () => "short"));
    await write(database, ...Array.from({ length: 4 }, () => "l".repeat(100_000)));
    await write(database, "h".repeat(1_000_000), "short");
    const pages: (number | undefined)[] = [];
    for (let after = 0; after < 207; ) {
      const page = await readEvents(database.client, { userId, after });
      after = page?.at(-1)?.sequence ?? Number.NaN;
      pages.push(page?.length);
    }

    expect(pages).toEqual([200, 4, 2, 1]);
  });

  test("is kept for a week, and a reader from before that starts anew", async () => {
    const database = await open();
    await write(database, "old", "new");
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
    await database.client.event.updateMany({
      where: { sequence: 1 },
      data: { createdAt: eightDaysAgo },
    });

    expect(await pruneEvents(database.client)).toBe(1);
    expect(await readEvents(database.client, { userId, after: 0 })).toBeNull();
    expect(await readEvents(database.client, { userId, after: 1 })).toMatchObject([
      { data: { generationId: '"new"' } },
    ]);
  });

  test("is forgotten in batches between which others have their turn, and without a gap in what is left", async () => {
    const database = await open();
    const { client } = database;
    // The last old event was begun before, and committed after, one that is young enough.
    await client.$executeRaw`
      INSERT INTO "Event" ("userId", sequence, type, data, "createdAt")
      SELECT ${userId}::uuid, number, 'generation-deleted', '{}',
        now() - CASE WHEN number IN (5998, 6001, 6002) THEN interval '1 day' ELSE interval '8 days' END
      FROM generate_series(1, 6002) AS number`;
    await client.user.update({ where: { id: userId }, data: { eventSequence: 6_002 } });

    let turns = 0;
    /** Others ask after each batch, and would wait for ever for what is held until the end; then whoever waits for a timer has a turn. */
    const sharing = new Proxy(client, {
      get(target, name) {
        if (name !== "$queryRaw") return Reflect.get(target, name);
        return async (...query: Parameters<PrismaClient["$queryRaw"]>) => {
          const batch = await target.$queryRaw(...query);
          await currentSequence(client, userId);
          setTimeout(() => {
            turns += 1;
          });
          return batch;
        };
      },
    });
    expect(await pruneEvents(sharing, { batch: 500 })).toBe(6_000);
    // Between the thirteen batches.
    expect(turns).toBeGreaterThanOrEqual(12);
    expect(await readEvents(client, { userId, after: 6_000 })).toHaveLength(2);
    expect(await readEvents(client, { userId, after: 5_999 })).toBeNull();
  });

  test("is left alone when the studio stops in the middle of forgetting, and the rest is forgotten next time", async () => {
    const database = await open();
    await write(database, ...Array.from({ length: 30 }, (_, index) => `e${index}`));
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
    await database.client.event.updateMany({ data: { createdAt: eightDaysAgo } });

    const stopping = new AbortController();
    const stoppingClient = new Proxy(database.client, {
      get(target, name) {
        // While the first batch is on its way.
        if (name === "$queryRaw") stopping.abort();
        return Reflect.get(target, name);
      },
    });
    const pruned = await pruneEvents(stoppingClient, { batch: 10, signal: stopping.signal });
    expect(pruned).toBe(10);
    expect(await pruneEvents(database.client)).toBe(20);
  });
});
