import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { because } from "#messages/reason.ts";

const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };

describeOnBothDatabases("a picture that turns up late in the spool", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  /** Attempts of one press whose outcome is unknown, in the order of their ids. */
  const submitUnknown = async (n = 1) => {
    studio = await createTestStudio(await open());
    const { id } = await studio.submit("a fox", { n });
    await studio.context.client.attempt.updateMany({ data: { state: "unknown" } });
    const view = await getGeneration(studio.context.client, { userId, id });
    return { id, attemptIds: view.attempts.map((attempt) => attempt.id).toSorted() };
  };
  const give = async (attemptId = "", index = 0, bytes?: Uint8Array) =>
    studio.context.spool.write(attemptId, index, { meta, bytes: bytes ?? (await studio.image()) });
  const recover = (isInHand?: (attemptId: string) => boolean) =>
    recoverAttempts(studio.context, { owner: "recovery", ...(isInHand ? { isInHand } : {}) });
  const states = async (attemptIds: readonly string[]) => {
    const rows = await studio.context.client.attempt.findMany({
      where: { id: { in: [...attemptIds] } },
      select: { id: true, state: true },
    });
    return attemptIds.map((id) => rows.find((row) => row.id === id)?.state);
  };

  test("is left alone while its own runner goes on receiving, which then shows all of its answer", async () => {
    studio = await createTestStudio(await open());
    const { client, spool } = studio.context;
    const bytes = await studio.image();
    const gate = Promise.withResolvers<void>();
    const isFirstHere = Promise.withResolvers<void>();
    studio.context.engine = async () => ({
      ...studio.engine,
      async *generate() {
        yield { type: "started", requestId: null } as const;
        const source = { type: "bytes", bytes } as const;
        const said = { revisedPrompt: null, delivered: {}, costMicros: null };
        yield { type: "picture", source, ...said } as const;
        isFirstHere.resolve();
        await gate.promise;
        yield { type: "picture", source, ...said } as const;
      },
    });
    const queue = createTestQueue(studio);
    const { id } = await studio.submit("a fox");
    const running = queue.run(await queue.claim());
    await isFirstHere.promise;
    // Another process declares it unknown, while this one has it in hand.
    await client.attempt.updateMany({
      data: { state: "unknown", fence: { increment: 1 }, leaseUntil: null },
    });
    await recover(() => true);
    const meanwhile = await client.image.count();
    gate.resolve();
    await running;
    await recover();

    expect(meanwhile).toBe(0);
    const view = await getGeneration(client, { userId, id });
    expect(view).toMatchObject({ state: "succeeded", images: [{ index: 0 }, { index: 1 }] });
    expect(await spool.list()).toEqual([]);
  });

  test("beside those that its attempt had succeeded with is shown, and an unusable one is tried once", async () => {
    const { id, attemptIds } = await submitUnknown();
    await give(attemptIds[0]);
    await recover();
    await give(attemptIds[0], 1);
    await give(attemptIds[0], 2, Buffer.from("no picture"));
    await recover();
    const { read } = studio.context.spool;
    let reads = 0;
    studio.context.spool.read = (attemptId) => {
      reads += 1;
      return read(attemptId);
    };
    await recover();

    const view = await getGeneration(studio.context.client, { userId, id });
    expect(view).toMatchObject({
      state: "succeeded",
      images: [{ index: 0 }, { index: 1 }],
      attempts: [{ error: null }],
    });
    expect((await read(attemptIds[0] ?? "")).map(({ index }) => index)).toEqual([2]);
    expect(reads).toBe(0);
  });

  test.each(["cannot be read", "says nothing that is understood"])(
    "is adopted though another one %s",
    async (fault) => {
      const { attemptIds } = await submitUnknown(3);
      const [first = "", , last = ""] = attemptIds;
      const disk = createTestDisk(studio.directory);
      for (const attemptId of attemptIds) await give(attemptId);
      for (const attemptId of [first, last]) {
        if (fault === "cannot be read") disk.fail({ kind: "read", where: attemptId, errno: "EIO" });
        else await studio.context.spool.write(attemptId, 0, { meta: {} });
      }
      await recover();

      expect(await states(attemptIds)).toEqual(["unknown", "succeeded", "unknown"]);
    },
  );

  test("as an address that has been silent for too long is told of, and offered, not asked for ever", async () => {
    const { id, attemptIds } = await submitUnknown();
    const { client, spool } = studio.context;
    let asked = 0;
    studio.context.engine = async () => ({
      ...studio.engine,
      async fetchImage() {
        asked += 1;
        throw new EngineError(because("said", { said: "It does not answer." }), {
          sent: "answered",
          charged: "likely",
          code: "picture_unavailable",
          mayPass: true,
        });
      },
    });
    await client.$executeRaw`
      UPDATE "Attempt" SET "sentAt" = clock_timestamp() - interval '2 hours', "receivedAt" = NULL`;
    await spool.write(attemptIds[0] ?? "", 0, { meta: { ...meta, url: "https://a.example/x" } });
    await recover();
    await recover();

    const view = await getGeneration(client, { userId, id });
    expect(view.attempts).toMatchObject([{ state: "unknown", imageUrl: "https://a.example/x" }]);
    expect(asked).toBe(1);
  });
});
