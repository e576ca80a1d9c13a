import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { saveAgain } from "#lib/generation/save-again.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createTestDisk, type TestDisk } from "#lib/storage/disk/test-disk.ts";
import { because } from "#messages/reason.ts";
import { told } from "#messages/test-told.ts";

describeOnBothDatabases("a paid picture", (open) => {
  let studio: TestStudio;
  let disk: TestDisk;
  let queue: ReturnType<typeof createTestQueue>;
  const build = async () => {
    studio = await createTestStudio(await open());
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

  test("that has its files in the store is kept, though the spool refuses it", async () => {
    const { start, submit, ended } = await build();
    await start();
    full("spool");
    const generation = await ended((await submit("a fox")).id);

    expect(generation).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
    expect(generation.images).toHaveLength(1);
    const events = await readEvents(studio.context.client, { userId, after: 0 });
    const told = (events ?? []).filter(({ type }) => type === "attempt-updated");
    expect(JSON.stringify(told)).toContain("storage_unavailable");
  });

  test("that no disk takes waits in memory, says not to stop, and is kept as soon as there is room", async () => {
    const { start, ended } = await build();
    await start();
    const isRefusedByStore = full("files");
    full("spool");
    const { id, attempts } = await submitUntilTold("a fox", "storage_unavailable");
    await isRefusedByStore;
    disk.mend();
    await studio.follow(id, (_, view) =>
      view.attempts.every(({ state, notBefore }) => state === "storing" && notBefore),
    );
    await save(id);
    const generation = await ended(id);

    expect(attempts[0]).toMatchObject({ state: "receiving" });
    expect(told(attempts[0]?.error)).toContain("do not stop Atelier");
    expect(generation).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
    expect(posts()).toBe(1);
  });

  test("whose address does not answer is fetched later, and not asked for again", async () => {
    const { start, ended, context, engine } = await build();
    const { fetchImage } = engine;
    let isUp = false;
    const asked = {
      ...engine,
      fetchImage: async (...given: Parameters<typeof fetchImage>) => {
        if (isUp) return fetchImage(...given);
        throw new EngineError(because("said", { said: "Its server is down." }), {
          sent: "answered",
          charged: "likely",
          code: "picture_unavailable",
          mayPass: true,
        });
      },
    };
    context.engine = async () => asked;
    await start();
    const { id, attempts } = await submitUntilTold("a fox [[url]]", "picture_unavailable");
    isUp = true;
    await save(id);

    expect(attempts[0]).toMatchObject({ state: "storing" });
    expect((await ended(id)).state).toBe("succeeded");
    expect(posts()).toBe(1);
  });

  test("whose address answers with errors fails after an hour, and its address is kept", async () => {
    const { start, ended, context } = await build();
    const runner = await start();
    const { id, attempts } = await submitUntilTold(
      "a fox [[url]] [[expired:500]]",
      "picture_unavailable",
    );
    await runner.close({ graceMs: 10_000 });
    await context.client.$executeRaw`
      UPDATE "Attempt" SET "receivedAt" = clock_timestamp() - interval '61 minutes'`;
    await queue.expireLeases();
    await recover();
    const generation = await ended(id);

    expect(generation.attempts[0]).toMatchObject({ state: "failed", charged: "likely" });
    expect(told(generation.attempts[0]?.error)).toContain("Its address is kept.");
    expect((await context.spool.read(attempts[0]?.id ?? ""))[0]?.meta).toMatchObject({
      url: expect.stringContaining("http"),
    });
  });

  test("that is none, among others that are kept, stays where a person can look", async () => {
    const { submit, context } = await build();
    const { attempts } = await submit("a fox");
    const id = attempts[0]?.id ?? "";
    const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
    const whole = await studio.image();
    await context.spool.write(id, 0, { meta, bytes: whole });
    await context.spool.write(id, 1, { meta, bytes: whole.subarray(0, 60) });
    await context.client.attempt.updateMany({ data: { state: "storing" } });
    for (let round = 0; round < 3; round += 1) {
      await queue.expireLeases();
      await recover();
    }

    expect(await context.client.image.count()).toBe(1);
    expect((await context.spool.read(id)).map(({ index }) => index)).toEqual([1]);
  });

  test("that came late and is none is looked at once, and stays unknown", async () => {
    const { submit, context } = await build();
    const { attempts } = await submit("a fox");
    const id = attempts[0]?.id ?? "";
    const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
    await context.spool.write(id, 0, { meta, bytes: Buffer.from("no picture") });
    await context.client.attempt.updateMany({ data: { state: "unknown" } });
    await recover();
    const { eventSequence } = await context.client.user.findFirstOrThrow({
      select: { eventSequence: true },
    });
    await recover();

    expect(
      await context.client.attempt.findFirst({ select: { state: true, errorCode: true } }),
    ).toEqual({ state: "unknown", errorCode: "bad_picture" });
    expect(await context.client.user.findFirst({ select: { eventSequence: true } })).toEqual({
      eventSequence,
    });
  });
});
