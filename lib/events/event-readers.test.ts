import { expect, onTestFinished, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { createEventHub } from "#lib/events/event-hub.server.ts";
import { createEventWaker } from "#lib/events/event-waker.server.ts";
import { joinHub } from "#lib/events/test-reader.ts";
import { createTestWaker } from "#lib/events/test-waker.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const write = ({ client }: { client: PrismaClient }, count: number) =>
  client.$transaction((transaction) =>
    appendEvents(transaction, {
      userId,
      events: Array.from({ length: count }, () => ({
        type: "generation-deleted",
        generationId: "one",
      })),
    }),
  );

describeOnBothDatabases("the readers of a log", (open) => {
  test("are woken by whoever commits, and unsubscribe when they leave, also before the first event", async () => {
    const database = await open();
    const waker = await createEventWaker(database);
    onTestFinished(waker.close);
    let subscribers = 0;
    const counted = {
      ...waker,
      subscribe(user: string, wake: () => void) {
        subscribers += 1;
        const unsubscribe = waker.subscribe(user, wake);
        return () => {
          subscribers -= 1;
          unsubscribe();
        };
      },
    };
    const hub = createEventHub({ client: database.client, waker: counted });
    const [first, second] = [1, 2].map(() => joinHub(hub, { userId, after: 0 }));
    expect(subscribers).toBe(1);
    await write(database, 1);
    await first?.reached(1);
    first?.leave();
    await first?.ended;
    expect([subscribers, hub.readers()]).toEqual([1, 1]);

    second?.leave();
    expect([subscribers, hub.readers()]).toEqual([0, 0]);

    const leaving = new AbortController();
    const unread = hub.follow({ userId, after: 0, signal: leaving.signal });
    expect([subscribers, hub.readers()]).toEqual([1, 1]);
    leaving.abort();
    expect([subscribers, hub.readers()]).toEqual([0, 0]);
    expect(await unread.next()).toEqual({ done: true, value: undefined });

    const gone = hub.follow({ userId, after: 0, signal: AbortSignal.abort() });
    expect([subscribers, hub.readers()]).toEqual([0, 0]);
    expect((await gone.next()).done).toBe(true);
  });

  test("are told to start anew when their cursor is stale, and leave", async () => {
    const database = await open();
    await write(database, 3);
    await database.client.event.deleteMany({ where: { userId, sequence: { lte: 2 } } });
    const waker = createTestWaker();
    const hub = createEventHub({ client: database.client, waker });
    for (const after of [0, 1, 99]) {
      const reader = joinHub(hub, { userId, after });
      await reader.ended;
      expect(reader.seen).toEqual(["reset"]);
    }
    expect(waker.subscribers()).toBe(0);
  });

  test("are as many as the settings allow, of one user and in all, and a place that is left is free", async () => {
    const { client } = await open();
    const waker = createTestWaker();
    const perUser = createEventHub({ client, waker, readersPerUserMax: 2 });
    const [first] = [1, 2].map(() => joinHub(perUser, { userId, after: 0 }));
    expect(() => joinHub(perUser, { userId, after: 0 })).toThrow("EVENT_STREAMS_PER_USER_MAX");
    first?.leave();
    joinHub(perUser, { userId, after: 0 });
    perUser.close();

    const inAll = createEventHub({ client, waker, readersMax: 1 });
    const only = joinHub(inAll, { userId, after: 0 });
    expect(() => joinHub(inAll, { userId, after: 0 })).toThrow("EVENT_STREAMS_MAX");
    only.leave();
    joinHub(inAll, { userId, after: 0 });
    inAll.close();
    expect(waker.subscribers()).toBe(0);
  });

  test("are counted each user's by themselves, and all users' together", async () => {
    const { client } = await open();
    const waker = createTestWaker();
    const hub = createEventHub({ client, waker, readersPerUserMax: 2, readersMax: 5 });
    const { signal } = new AbortController();
    const join = (user: string) => hub.follow({ userId: user, after: 0, signal });
    for (const user of ["one", "another", "another", "one"]) join(user);
    expect(() => join("one")).toThrow("EVENT_STREAMS_PER_USER_MAX");
    join("a third");
    expect(() => join("a fourth")).toThrow("EVENT_STREAMS_MAX");
    hub.close();
    expect(waker.subscribers()).toBe(0);
  });

  test("are ended when the studio stops, and whoever comes then is told so", async () => {
    const { client } = await open();
    const waker = createTestWaker();
    const hub = createEventHub({ client, waker });
    const reader = joinHub(hub, { userId, after: 0 });
    hub.close();
    await reader.ended;
    expect(() => joinHub(hub, { userId, after: 0 })).toThrow("Atelier is stopping");
    expect([hub.readers(), waker.subscribers()]).toEqual([0, 0]);
  });
});
