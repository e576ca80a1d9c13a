import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  integer,
  nat,
  oneof,
  record,
} from "fast-check";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createEventHub } from "#lib/events/event-hub.server.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { lookedEnough, watchLooks, write } from "#lib/events/test-looks.ts";
import { joinHub, type TestReader } from "#lib/events/test-reader.ts";
import { createTestWaker } from "#lib/events/test-waker.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const range = (after: number, last: number) =>
  Array.from({ length: last - after }, (_, index) => after + 1 + index);

/** What may happen, in any order. */
const step = oneof(
  record({ type: constant("join"), back: nat(150) }),
  record({ type: constant("write"), count: integer({ min: 1, max: 7 }), isHeard: boolean() }),
  record({ type: constant("leave"), which: nat() }),
  record({ type: constant("pause"), which: nat() }),
  record({ type: constant("resume"), which: nat() }),
  record({ type: constant("wake") }),
  record({ type: constant("rest") }),
);

describeOnBothDatabases("the readers of a log", (open) => {
  test("see every event once and in order, whoever joins, lags, leaves or writes, and whatever is not heard of", async () => {
    const database = await open();
    const { client } = database;
    const property = asyncProperty(array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const waker = createTestWaker();
      const hub = createEventHub({ client, waker, held: { tailBytes: 2_500, pageBytes: 300 } });
      const readers: TestReader[] = [];

      for (const taken of steps) {
        const reader = "which" in taken ? readers[taken.which % readers.length] : undefined;
        switch (taken.type) {
          case "join": {
            const after = Math.max(0, (await currentSequence(client, userId)) - taken.back);
            readers.push(joinHub(hub, { userId, after }));
            break;
          }
          case "write":
            await write(database, taken.count);
            if (taken.isHeard) waker.wake();
            break;
          case "wake":
            waker.wake();
            break;
          case "rest":
            await currentSequence(client, userId);
            break;
          default:
            reader?.[taken.type]();
        }
      }
      await write(database, 1);
      waker.wake();
      const latest = await currentSequence(client, userId);
      for (const reader of readers) {
        reader.resume();
        await reader.reached(latest);
        const last = reader.hasLeft() ? reader.after + reader.seen.length : latest;
        expect(reader.seen).toEqual(range(reader.after, last));
        reader.leave();
        await reader.ended;
      }
      expect(hub.readers()).toBe(0);
      expect(waker.subscribers()).toBe(0);
    });
    await assert(property, { numRuns: 50 });
  });

  test("share one look at it, however many they are", async () => {
    const database = await open();
    const { client, watched } = watchLooks(database);
    const waker = createTestWaker();
    const hub = createEventHub({ client, waker });
    const readers = range(0, 300).map(() => joinHub(hub, { userId, after: 0 }));
    await write(database, 1);
    waker.wake();
    for (const reader of readers) await reader.reached(1);
    expect(watched.looks).toBeLessThan(10);

    await lookedEnough(watched);
    const before = watched.looks;
    await write(database, 2);
    waker.wake();
    for (const reader of readers) await reader.reached(3);
    await lookedEnough(watched);
    // One that finds the two, one that finds that there is nothing more, and those that come by themselves every 10 s.
    expect(watched.looks - before).toBeLessThan(10);
    hub.close();
  });

  test("who are far behind at the same place share one look, too", async () => {
    const database = await open();
    await write(database, 120);
    const { client, watched } = watchLooks(database);
    const hub = createEventHub({
      client,
      waker: createTestWaker(),
      held: { tailBytes: 100, pageBytes: 1_000_000 },
    });
    const readers = range(0, 100).map(() => joinHub(hub, { userId, after: 0 }));
    for (const reader of readers) await reader.reached(120);
    expect(watched.looks).toBeLessThan(10);
    hub.close();
  });

  test("with a cursor from a snapshot that is newer than what was heard of are not told to start anew", async () => {
    const database = await open();
    const hub = createEventHub({ client: database.client, waker: createTestWaker() });
    await write(database, 1);
    const early = joinHub(hub, { userId, after: 0 });
    await early.reached(1);
    await write(database, 2);
    const late = joinHub(hub, { userId, after: 3 });
    await early.reached(3);
    expect(early.seen).toEqual([1, 2, 3]);
    expect(late.seen).toEqual([]);
    hub.close();
    await Promise.all([early.ended, late.ended]);
  });

  test("stay when the database is away, and go on when it is back", async () => {
    const database = await open();
    const { client, watched } = watchLooks(database);
    const waker = createTestWaker();
    const hub = createEventHub({ client, waker });
    const reader = joinHub(hub, { userId, after: 0 });
    await write(database, 1);
    waker.wake();
    await reader.reached(1);

    await lookedEnough(watched);
    watched.isAway = true;
    await write(database, 1);
    waker.wake();
    watched.isAway = false;
    await reader.reached(2);
    hub.close();
    await reader.ended;
  });
});
