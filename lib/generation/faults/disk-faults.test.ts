import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { recoverChannel, saveAgain } from "#lib/generation/save-again.server.ts";
import { describeOnPostgres } from "#lib/platform/database/test-database.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";
import { spoolSteps, storeSteps } from "#lib/storage/disk/test-disk-steps.ts";
import { told } from "#messages/test-told.ts";

describeOnPostgres("a disk", (open) => {
  let studio: TestStudio;
  let disk: TestDisk;
  const build = async () => {
    studio = await createTestStudio(await open());
    disk = createTestDisk(studio.directory);
    return studio;
  };
  afterEach(() => studio.close());

  const expireLeases = () => createTestQueue(studio).expireLeases();
  const untilTold = (id: string) =>
    studio.follow(id, (_, view) => view.attempts[0]?.error?.code === "storage_unavailable");
  const isWaiting = ({ attempts: [attempt] }: GenerationView) =>
    attempt?.state === "storing" && attempt.notBefore !== null;

  /** One charge, one picture, its exact files, nothing left over, and nothing more to say. */
  const expectKept = async ({ state, attempts, images }: GenerationView) => {
    const { client, blobStore, spool } = studio.context;
    await studio.gateway.idle();
    expect(studio.gateway.ledger().charges).toHaveLength(1);
    expect(state).toBe("succeeded");
    expect(attempts).toMatchObject([{ error: null, notBefore: null, charged: "yes" }]);
    expect(images).toHaveLength(1);

    const { hash, type, bytes } = await client.blob.findFirstOrThrow();
    expect(await blobStore.has(blobKey(hash, type), bytes)).toBe(true);
    for (const edge of ["320", "640"] as const) {
      const thumbnail = await blobStore.open(thumbnailKey(hash, edge));
      const file = await new Response(thumbnail?.stream).bytes();
      expect((await sharp(file).metadata()).format).toBe("webp");
    }
    expect(await spool.list()).toEqual([]);
  };

  test.each(spoolSteps)(
    "whose spool cannot %s costs no picture: it goes right to its place",
    async (_, step) => {
      const { start, submit, ended } = await build();
      const runner = await start();
      const struck = disk.fail({ ...step, errno: "ENOSPC" });
      const generation = await ended((await submit("a fox")).id);
      await struck;
      disk.mend();
      await runner.close({ graceMs: 10_000 });

      await expectKept(generation);
    },
  );

  test.each(storeSteps)(
    "that cannot %s keeps the picture in the spool, says so, and puts it in its place when it is mended",
    async (_, step) => {
      const { start, submit, ended, context } = await build();
      const runner = await start();
      const struck = disk.fail({ ...step, errno: "ENOSPC" });
      const { id } = await submit("a fox");
      const { attempts } = await untilTold(id);
      await struck;
      const rows = await context.client.image.count();
      const spooled = await context.spool.list();
      disk.mend();
      await saveAgain(context.client, { userId, id });
      const generation = await ended(id);
      await runner.close({ graceMs: 10_000 });

      expect(attempts).toMatchObject([{ state: "storing", charged: null }]);
      expect(rows).toBe(0);
      expect(spooled).toHaveLength(1);
      await expectKept(generation);
    },
  );

  test.each([
    ["is full", "ENOSPC", "the disk is full"],
    ["is over its quota", "EDQUOT", "the quota of the disk is used up"],
    ["is read-only", "EROFS", "the disk is read-only"],
    ["gives no permission", "EACCES", "may not write there"],
    ["reports an error", "EIO", "the disk reports an error"],
  ] as const)("that %s (%s) says so: %s", async (_, errno, words) => {
    const { start, submit, ended, context } = await build();
    const runner = await start();
    disk.fail({ where: /^files/, errno });
    const { id } = await submit("a fox");
    const { attempts } = await untilTold(id);
    disk.mend();
    await saveAgain(context.client, { userId, id });
    const generation = await ended(id);
    await runner.close({ graceMs: 10_000 });

    expect(told(attempts[0]?.error)).toContain(words);
    await expectKept(generation);
  });

  test("that takes nothing anywhere keeps the picture in memory until it is mended", async () => {
    const { start, submit, ended, context } = await build();
    const runner = await start();
    disk.fail({ errno: "EROFS" });
    const { id } = await submit("a fox");
    const { attempts } = await untilTold(id);
    disk.mend();
    await studio.follow(id, (_, view) => isWaiting(view));
    await expireLeases(); // The store is due to be tried again, by itself.
    await context.client.$queryRaw`SELECT pg_notify(${recoverChannel}, '')::text`;
    const generation = await ended(id);
    await runner.close({ graceMs: 10_000 });

    expect(told(attempts[0]?.error)).toMatch(/do not stop Atelier.*read-only/);
    await expectKept(generation);
  });

  test.each([...spoolSteps.slice(1), ...storeSteps.slice(3)])(
    "that once cannot %s, while two pictures come, keeps both",
    async (_, step) => {
      const { start, submit, ended, context, gateway } = await build();
      const runner = await start();
      disk.fail({ ...step, nth: 1, errno: "EIO" });
      const { id } = await submit("a fox [[extra:1]]");
      const isOver = ({ state }: GenerationView) => !["queued", "running"].includes(state);
      const view = await studio.follow(id, (_type, seen) => isWaiting(seen) || isOver(seen));
      if (isWaiting(view)) await saveAgain(context.client, { userId, id });
      const generation = await ended(id);
      await runner.close({ graceMs: 10_000 });

      expect(generation).toMatchObject({
        state: "succeeded",
        images: [{ index: 0 }, { index: 1 }],
      });
      expect(gateway.ledger().charges).toHaveLength(1);
      expect(await context.spool.list()).toEqual([]);
    },
  );

  test("that shows no sketches costs no picture", async () => {
    const { start, submit, ended, until, gateway } = await build();
    const runner = await start();
    const struck = disk.fail({ where: /^partials/, errno: "ENOSPC" });
    const { id } = await submit("a fox [[hold-picture:gate]] [[partials:2]]");
    await until("attempt-started", id);
    gateway.release("gate");
    const generation = await ended(id);
    await struck;
    disk.mend();
    await runner.close({ graceMs: 10_000 });

    await expectKept(generation);
  });

  test("that lets nothing be removed costs no picture, and is cleared up when it is mended", async () => {
    const { start, submit, ended, context } = await build();
    const runner = await start();
    const struck = disk.fail({ kind: "rm", where: /^spool/, errno: "EACCES" });
    const generation = await ended((await submit("a fox")).id);
    await struck;
    await runner.close({ graceMs: 10_000 });
    const left = await context.spool.list();
    disk.mend();
    await recoverAttempts(context, { owner: "recovery" });

    expect(left).toHaveLength(1);
    await expectKept(generation);
  });

  test("that cannot be read at the recovery makes nothing up, and is read when it is mended", async () => {
    const { start, submit, ended, context } = await build();
    const runner = await start();
    disk.fail({ where: /^files/, errno: "EIO" });
    const { id } = await submit("a fox");
    await untilTold(id);
    await runner.close({ graceMs: 10_000 });
    for (const kind of ["readdir", "read"] as const) {
      disk.fail({ kind, where: /^spool/, errno: "EIO" });
      await expireLeases();
      await recoverAttempts(context, { owner: "recovery" }).catch(() => {});
    }
    const { state } = await context.client.attempt.findFirstOrThrow({ select: { state: true } });
    disk.mend();
    await expireLeases();
    await recoverAttempts(context, { owner: "recovery" });

    expect(state).toBe("storing");
    await expectKept(await ended(id));
  });
});
