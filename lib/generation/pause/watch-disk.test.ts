import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import { watchDisk } from "#lib/generation/pause/watch-disk.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { AppError } from "#lib/platform/errors.ts";
import { told } from "#messages/test-told.ts";

const megabyte = 1024 * 1024;

describeOnBothDatabases("without room on the disk", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => {
    vi.useRealTimers();
    return studio.close();
  });
  const listed = () => listPauses(studio.context.client, userId);
  const watch = (freeSpace: () => Promise<number>, megabytes = 500) =>
    watchDisk({
      client: studio.context.client,
      freeSpace,
      freeBytesMin: megabytes * megabyte,
    });
  const changes = async () => {
    const events = await readEvents(studio.context.client, { userId, after: 0 });
    return events?.filter(({ type }) => type === "pauses-changed").length;
  };

  test("nothing is sent, the screen says why, and it goes on by itself", async () => {
    const { submit, start, ended, gateway, context } = await build();
    let free = 312 * megabyte;
    const hasRoom = watch(async () => free);
    const refused = Promise.withResolvers<void>();
    context.hasRoom = async () => {
      const answer = await hasRoom();
      if (!answer) refused.resolve();
      return answer;
    };
    await start();
    const { id } = await submit("a fox");
    await refused.promise;
    const waiting = await listed();
    const asked = gateway.ledger().charges;
    free = 501 * megabyte;
    vi.advanceTimersByTime(2_000);
    const generation = await ended(id);

    expect(asked).toEqual([]);
    expect(waiting).toMatchObject([{ code: "disk_full", until: null }]);
    expect(told(waiting[0])).toMatch(/312 MB.*500 MB.*Free some space/);
    expect(generation.state).toBe("succeeded");
    expect(await listed()).toEqual([]);
    expect(await changes()).toBe(2);
  });

  test("the disk is asked every 2 s at most, and a person is told once", async () => {
    await build();
    let looks = 0;
    const hasRoom = watch(async () => {
      looks += 1;
      return 10 * megabyte - looks;
    });
    for (let call = 0; call < 50; call += 1) await hasRoom();
    const before = looks;
    vi.advanceTimersByTime(2_000);
    await hasRoom();

    expect([before, looks]).toEqual([1, 2]);
    expect(await changes()).toBe(1);
  });

  test("a disk that cannot even be asked counts as none", async () => {
    await build();
    const hasRoom = watch(async () => {
      throw new AppError("storage_unavailable", "The folder /data cannot be used: check it.");
    });

    expect(await hasRoom()).toBe(false);
    expect(told((await listed())[0])).toContain("/data");
  });

  test("what a process before had said is taken back at the first look, also when the watch is off", async () => {
    await build();
    await watch(async () => 0)();
    expect(await listed()).toHaveLength(1);
    expect(
      await clearPauses(studio.context.client, {
        userId,
        clearing: { by: "resume", gatewayId: null },
      }),
    ).toHaveLength(1);

    expect(await watch(async () => 0, 0)()).toBe(true);
    expect(await listed()).toEqual([]);
  });
});
