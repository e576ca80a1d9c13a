import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { createLosingClient, type Loss } from "#lib/generation/faults/test-losing-client.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createTestDisk } from "#lib/storage/disk/test-disk.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("a database that is away for a moment", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  /** Presses, and carries it out while the transactions after the claim meet these losses. */
  const runWith = async (
    prompt: string,
    losses: Loss[],
    prepare: (studio: TestStudio) => void = () => {},
  ) => {
    studio = await createTestStudio(await open());
    prepare(studio);
    const { context } = studio;
    const queue = createTestQueue(studio);
    const { id } = await studio.submit(prompt);
    const claim = await queue.claim();
    const { client } = context;
    context.client = createLosingClient(client, losses.values());
    await queue.run(claim);
    context.client = client;
    const { attempts, images } = await getGeneration(client, { userId, id });
    return { attempt: attempts[0], images };
  };
  const charges = () => studio.gateway.ledger().charges.length;

  test.each([
    ["refused", "[[refused]]", { state: "failed", charged: "no" }],
    ["refused for good by its key", "[[fail:402]]", { state: "failed", charged: "no" }],
    ["refused for now", "[[fail:429 retry-after=1]]", { state: "queued" }],
  ])("while an attempt is %s costs no word of that", async (_, marker, outcome) => {
    const { attempt } = await runWith(`a fox ${marker}`, [null, "before", "before"]);

    expect(attempt).toMatchObject(outcome);
    expect(await studio.context.client.pause.count()).toBe(marker.includes("refused") ? 0 : 1);
    expect(charges()).toBe(0);
  });

  test("while an answer is not understood costs nothing of the answer", async () => {
    const { attempt } = await runWith("a fox [[html-200]]", [null, "before", "before"]);

    expect(attempt).toMatchObject({ state: "failed", charged: "likely" });
    expect(attempt?.answerBytes).toBeGreaterThan(0);
  });

  test("while an answer begins sends nothing again, whatever is said in it", async () => {
    const prepare = ({ context, engine }: TestStudio) => {
      context.engine = async () => ({
        ...engine,
        async *generate() {
          yield { type: "started", requestId: null };
          const told = { sent: "answered", charged: "no", code: "rate_limited" } as const;
          throw new EngineError(because("said", { said: "Not now." }), told);
        },
      });
    };
    const { attempt } = await runWith("a fox", [null, "before"], prepare);

    expect(attempt).toMatchObject({ state: "unknown" });
  });

  test("while a picture arrives, and is filed, costs no picture", async () => {
    const { attempt, images } = await runWith("a fox", [null, "before", "before", "before"]);

    expect(attempt).toMatchObject({ state: "succeeded", charged: "yes" });
    expect(images).toHaveLength(1);
    expect(await studio.context.spool.list()).toEqual([]);
  });

  test.each([
    ["[[refused]]", 2, { state: "failed", charged: "no" }],
    ["[[fail:429 retry-after=1]]", 2, { state: "queued" }],
    ["[[html-200]]", 3, { state: "failed", charged: "likely" }],
    ["", 4, { state: "succeeded", charged: "yes" }],
  ])(
    "when a commit was done, and nobody heard of it, goes on from there (%j)",
    async (marker, commits, outcome) => {
      const { attempt, images } = await runWith(
        `a fox ${marker}`,
        Array.from({ length: commits }, () => "after"),
      );

      expect(attempt).toMatchObject(outcome);
      expect(images).toHaveLength(marker ? 0 : 1);
      expect(await studio.context.spool.list()).toEqual([]);
    },
  );

  test("is not taken for a commit where Stop was pressed meanwhile: nothing is sent", async () => {
    studio = await createTestStudio(await open());
    const { context } = studio;
    const queue = createTestQueue(studio);
    await studio.submit("a fox");
    const claim = await queue.claim();
    const { client } = context;
    const losses = (function* (): Generator<Loss> {
      yield "before";
    })();
    context.client = createLosingClient(client, losses);
    await client.attempt.updateMany({ data: { state: "canceled" } });
    await queue.run(claim);

    expect(charges()).toBe(0);
    expect(await client.attempt.findFirst({ select: { state: true } })).toEqual({
      state: "canceled",
    });
  });

  test("while the spool refuses a picture that is then another's costs no picture", async () => {
    studio = await createTestStudio(await open());
    const { context, gateway } = studio;
    const disk = createTestDisk(studio.directory);
    const queue = createTestQueue(studio);
    const { id } = await studio.submit("a fox [[hold:gate]]");
    const claim = await queue.claim();
    const isRefused = disk.fail({ kind: "write", where: "spool", errno: "ENOSPC" });
    const running = queue.run(claim);
    await gateway.reached("gate");
    await queue.expireLeases();
    await recoverAttempts(context, { owner: "another" });
    gateway.release("gate");
    await isRefused;
    disk.mend();
    await running;
    await recoverAttempts(context, { owner: "another" });

    const { state, images } = await getGeneration(context.client, { userId, id });
    expect({ state, images: images.length }).toEqual({ state: "succeeded", images: 1 });
    expect(charges()).toBe(1);
  });
});
