import { expect, onTestFinished, test, vi } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createEventHub } from "#lib/events/event-hub.server.ts";
import { lookedEnough, watchLooks, write } from "#lib/events/test-looks.ts";
import { joinHub } from "#lib/events/test-reader.ts";
import { createTestWaker } from "#lib/events/test-waker.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("the readers of a log", (open) => {
  test("find what nobody told them of by a look every 10 s", async () => {
    const database = await open();
    const { client, watched } = watchLooks(database);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const hub = createEventHub({ client, waker: createTestWaker() });
    await write(database, 1);
    const reader = joinHub(hub, { userId, after: 0 });
    await reader.reached(1);
    await lookedEnough(watched);
    await write(database, 1);
    await lookedEnough(watched);
    expect(reader.seen).toEqual([1]);

    vi.advanceTimersByTime(10_000);
    await reader.reached(2);
    expect(reader.seen).toEqual([1, 2]);
  });

  test("are told to start anew where what follows was forgotten before they heard of it", async () => {
    const database = await open();
    const waker = createTestWaker();
    const hub = createEventHub({ client: database.client, waker });
    await write(database, 1);
    const reader = joinHub(hub, { userId, after: 0 });
    await reader.reached(1);
    await write(database, 3);
    await database.client.event.deleteMany({ where: { userId, sequence: { lte: 3 } } });
    waker.wake();
    await reader.ended;

    expect(reader.seen).toEqual([1, "reset"]);
  });
});
