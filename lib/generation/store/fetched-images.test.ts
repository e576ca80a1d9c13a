import { afterEach, expect, test } from "vitest";
import {
  type AddressMood,
  createAddressStudio,
} from "#lib/generation/faults/test-address-studio.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { fetchAgain } from "#lib/generation/fetch-again.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";
import { told } from "#messages/test-told.ts";

type AddressStudio = Awaited<ReturnType<typeof createAddressStudio>>;

describeOnBothDatabases("a picture that was fetched once and finds no place", (open) => {
  let studio: AddressStudio;
  let disk: TestDisk;
  const build = async (first: AddressMood = "up") => {
    studio = await createAddressStudio(await open(), first);
    disk = createTestDisk(studio.directory);
  };
  afterEach(() => studio.close());

  const full = (where: string) => disk.fail({ kind: "write", where, errno: "ENOSPC" });
  const recover = async () => {
    await createTestQueue(studio).expireLeases();
    await recoverAttempts(studio.context, { owner: "recovery" });
  };
  const attempt = async (id: string) =>
    (await studio.follow(id, () => true)).attempts.find(() => true);
  const spooledBytes = async (attemptId = "") =>
    (await studio.context.spool.read(attemptId)).flatMap(({ bytes }) => bytes ?? []);
  /** What keeps pictures from their place, and its end. */
  const shortages = {
    "the store is full": () => {
      full("files");
      return () => disk.mend();
    },
    "memory is short": () => {
      studio.context.decodeBytesMax = 1;
      return () => delete studio.context.decodeBytesMax;
    },
  };
  const names = ["the store is full", "memory is short"] as const;

  test.each(names)(
    "is kept with its bytes while %s, whatever becomes of its address",
    async (name) => {
      await build();
      const mend = shortages[name]();
      const { id } = await studio.submitAndRun();
      const waiting = await attempt(id);
      const spooled = await spooledBytes(waiting?.id);
      studio.turn("refused");
      mend();
      await recover();

      expect(waiting).toMatchObject({ state: "storing" });
      expect(told(waiting?.error)).toMatch(/is safe on the server/);
      expect(spooled).toHaveLength(1);
      expect(await attempt(id)).toMatchObject({ state: "succeeded", charged: "yes" });
      expect(studio.posts()).toBe(1);
      expect(await studio.context.spool.list()).toEqual([]);
    },
  );

  test("is kept by the recovery as well, which had nothing but its address", async () => {
    await build("not-there-yet");
    const { id } = await studio.submitAndRun();
    studio.turn("up");
    full("files");
    await recover();
    const waiting = await attempt(id);
    studio.turn("refused");
    disk.mend();
    await recover();

    expect(told(waiting?.error)).toMatch(/is safe on the server/);
    expect(await attempt(id)).toMatchObject({ state: "succeeded" });
  });

  test("is not called safe where the spool refuses it: its address is kept", async () => {
    await build("not-there-yet");
    const { id } = await studio.submitAndRun();
    studio.turn("up");
    full("");
    await recover();
    const waiting = await attempt(id);
    disk.mend();
    await recover();

    expect(waiting).toMatchObject({ state: "storing", error: { code: "picture_unavailable" } });
    expect(told(waiting?.error)).toMatch(/could be fetched, and not be saved.*address is kept/);
    expect(await attempt(id)).toMatchObject({ state: "succeeded" });
  });

  test("waits in memory while the disk takes nothing, and it is said when that is its address alone", async () => {
    await build();
    full("spool");
    const isRefused = full("files");
    const { id } = await studio.submit("a fox [[url]] [[hold-file:gate]]");
    const queue = createTestQueue(studio);
    const running = queue.run(await queue.claim());
    const waiting = await studio.follow(id, (_, { attempts }) => attempts[0]?.error !== null);
    studio.gateway.release("gate");
    await isRefused;
    studio.turn("refused");
    disk.mend();
    await running;

    expect(told(waiting.attempts[0]?.error)).toMatch(/address has arrived and waits in memory/);
    expect(await attempt(id)).toMatchObject({ state: "storing" });
    await recover();
    expect(await attempt(id)).toMatchObject({ state: "succeeded" });
  });

  test.each(names)(
    "by a press while %s is told of, and kept by itself from then on",
    async (name) => {
      await build("refused");
      const { id } = await studio.submitAndRun();
      studio.turn("up");
      const mend = shortages[name]();
      await studio.save(id);
      await fetchAgain(studio.context);
      const failed = await attempt(id);
      studio.turn("refused");
      await studio.save(id);
      await fetchAgain(studio.context);
      mend();
      await recover();

      expect(failed).toMatchObject({ state: "failed" });
      expect(told(failed?.error)).toMatch(/is safe on the server/);
      expect(await attempt(id)).toMatchObject({ state: "succeeded", imageUrl: null });
    },
  );
});
