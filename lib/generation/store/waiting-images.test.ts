import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { recoverChannel, saveAgain } from "#lib/generation/save-again.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";
import { told } from "#messages/test-told.ts";

describeOnBothDatabases("a paid picture that the store refuses", (open) => {
  let database: Database;
  let studio: TestStudio;
  let disk: TestDisk;
  let queue: ReturnType<typeof createTestQueue>;
  const build = async () => {
    database = await open();
    studio = await createTestStudio(database);
    disk = createTestDisk(studio.directory);
    queue = createTestQueue(studio);
    return studio;
  };
  afterEach(() => studio.close());

  const full = (where: string) => disk.fail({ kind: "write", where, errno: "ENOSPC" });
  const recover = () => recoverAttempts(studio.context, { owner: "recovery" });
  const save = (id: string) => saveAgain(studio.context.client, { userId, id });
  const posts = () =>
    studio.gateway.ledger().requests.filter((request) => request.method === "POST").length;
  /** Presses, and resolves when the attempt tells why its picture waits. */
  const submitUntilTold = async (prompt: string, code: string) => {
    const { id } = await studio.submit(prompt);
    return studio.follow(id, (_, { attempts }) => attempts[0]?.error?.code === code);
  };

  test("waits in the spool and says so, and is put there by Save again, asked for once", async () => {
    const { start, ended } = await build();
    const runner = await start();
    full("files");
    const { id, attempts } = await submitUntilTold("a fox", "storage_unavailable");
    const [waiting] = attempts;
    disk.mend();
    const submitted = await save(id);
    const generation = await ended(id);
    await runner.close({ graceMs: 10_000 });

    expect(waiting).toMatchObject({ state: "storing", charged: null });
    expect(told(waiting?.error)).toMatch(/safe on the server.*disk is full/);
    expect(waiting?.notBefore).not.toBeNull();
    expect(submitted.attempts[0]?.notBefore).toBeNull();
    expect(generation).toMatchObject({
      state: "succeeded",
      attempts: [{ error: null, notBefore: null, charged: "yes" }],
    });
    expect(posts()).toBe(1);
    expect(await studio.context.spool.list()).toEqual([]);
  });

  test("need not wait for its time once Save again was pressed, which wakes the runners", async () => {
    const { start } = await build();
    const runner = await start();
    full("files");
    const { id } = await submitUntilTold("a fox", "storage_unavailable");
    await runner.close({ graceMs: 10_000 });
    disk.mend();
    const isWoken = Promise.withResolvers<string>();
    const unlisten = await database.listen(recoverChannel, isWoken.resolve);
    await save(id);
    await isWoken.promise;
    await recover();
    await unlisten();

    expect(await studio.context.client.image.count()).toBe(1);
  });

  test("is tried again by the recovery by itself, however often it is refused", async () => {
    const { start, ended } = await build();
    const runner = await start();
    full("files");
    const { id } = await submitUntilTold("a fox", "storage_unavailable");
    await runner.close({ graceMs: 10_000 });
    for (let round = 0; round < 3; round += 1) {
      await queue.expireLeases();
      await recover();
    }
    const refused = await studio.context.client.attempt.findFirst({ select: { state: true } });
    disk.mend();
    await queue.expireLeases();
    await recover();

    expect(refused).toEqual({ state: "storing" });
    expect((await ended(id)).state).toBe("succeeded");
    expect(posts()).toBe(1);
  });

  test("is not tried again while it is told to wait", async () => {
    const { start } = await build();
    const runner = await start();
    full("files");
    await submitUntilTold("a fox", "storage_unavailable");
    // What it is told to wait must not run out on a slow machine.
    const lengthened = await studio.context.client.$executeRaw`
      UPDATE "Attempt" SET "leaseUntil" = "leaseUntil" + interval '1 hour'
      WHERE state = 'storing' AND "leaseUntil" > clock_timestamp()`;
    await runner.close({ graceMs: 10_000 });
    disk.mend();
    await recover();

    expect(lengthened).toBe(1);
    expect(await studio.context.client.image.count()).toBe(0);
  });

  test("stands in for all the others while the store is down: a round looks at a few of them", async () => {
    const { start, submit, context } = await build();
    const runner = await start();
    full("files");
    const { id } = await submit("a fox", { n: 9 });
    await studio.follow(id, (_, { attempts }) => attempts.every(({ error }) => error));
    await runner.close({ graceMs: 10_000 });
    const { read } = context.spool;
    let reads = 0;
    context.spool.read = (attemptId) => {
      reads += 1;
      return read(attemptId);
    };
    await queue.expireLeases();
    await recover();

    expect(reads).toBeLessThanOrEqual(4);
    disk.mend();
    await queue.expireLeases();
    await recover();
    expect(await context.client.image.count()).toBe(9);
  });

  test("there is none of is a conflict for Save again", async () => {
    const { submit } = await build();
    await expect(save((await submit("a fox")).id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is not lost by Stop, however often it is pressed: it is kept, and hidden", async () => {
    const { start, ended } = await build();
    await start();
    full("files");
    const { id } = await submitUntilTold("a fox", "storage_unavailable");
    for (const hangsUp of [false, true])
      await stopGeneration(studio.context, { userId, id, hangsUp });
    disk.mend();
    await save(id);

    const generation = await ended(id);
    expect(generation.attempts[0]).toMatchObject({ state: "succeeded", charged: "yes" });
    expect(generation.images).toMatchObject([{ isHidden: true }]);
  });
});
