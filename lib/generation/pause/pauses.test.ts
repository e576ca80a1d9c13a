import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { answerAlways } from "#lib/generation/faults/test-answering.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a key that has to wait", (open) => {
  let studio: TestStudio;
  let queue: ReturnType<typeof createTestQueue>;
  const build = async () => {
    studio = await createTestStudio(await open());
    queue = createTestQueue(studio);
    return studio;
  };
  afterEach(() => studio.close());
  const stateOf = (id: string) =>
    studio.context.client.attempt.findUniqueOrThrow({
      where: { id },
      select: { state: true, position: true, refusedCount: true },
    });

  test("by 429 sends nothing more until then, and keeps every place", async () => {
    const { submit } = await build();
    const { attempts } = await submit("a fox [[fail:429 retry-after=60]]");
    await submit("a wolf");
    const before = await stateOf(attempts[0]?.id ?? "");
    await queue.run(await queue.claim());

    expect(await queue.claim()).toBeNull();
    expect(await queue.probe()).toBeNull();
    expect(await stateOf(attempts[0]?.id ?? "")).toEqual({ ...before, refusedCount: 1 });
    expect(await queue.pauses()).toMatchObject([{ code: "rate_limited" }]);
    expect(await queue.told()).toEqual([{ pauses: await queue.pauses() }]);
    expect(studio.gateway.ledger().charges).toEqual([]);
  });

  test("by a 429 that may have cost ends that one as unknown, and still holds the rest", async () => {
    const { submit } = await build();
    const error = { message: "Busy.", charged: true };
    answerAlways(studio, () =>
      Response.json({ error }, { status: 429, headers: { "retry-after": "60" } }),
    );
    const { attempts } = await submit("a fox");
    await submit("a wolf");
    await queue.run(await queue.claim());

    expect(await stateOf(attempts[0]?.id ?? "")).toMatchObject({ state: "unknown" });
    expect(await queue.pauses()).toMatchObject([
      { code: "rate_limited", until: expect.any(String) },
    ]);
    expect(await queue.claim()).toBeNull();
  });

  test("waits until the later of two times that it was told", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:429 retry-after=100]]");
    await submit("a wolf [[fail:429 retry-after=2]]");
    const [first, second] = [await queue.claim(), await queue.claim()];
    await queue.run(first);
    const told = await queue.pauses();
    await queue.run(second);

    expect(await queue.pauses()).toEqual(told);
    expect(await queue.told()).toHaveLength(1);
  });

  test("once its time is over sends one, and the rest when the gateway has let that one in", async () => {
    const { submit, gateway } = await build();
    await submit("a fox [[once:429 retry-after=60]]");
    await submit("a wolf", { n: 3 });
    await queue.run(await queue.claim());
    await queue.endWaiting();

    expect(await queue.claim()).toBeNull();
    const out = await queue.probe();
    expect(await queue.probe()).toBeNull();
    await queue.run(out);
    expect(out?.request.prompt).toContain("fox");
    expect(gateway.ledger().charges).toHaveLength(1);
    expect(await queue.claim()).not.toBeNull();
    expect(await queue.claim()).not.toBeNull();
    expect(await studio.context.client.pause.count()).toBe(0);
  });

  test("needs no proof any more when it was over long ago", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:429 retry-after=60]]", { n: 3 });
    await queue.run(await queue.claim());
    await queue.endWaiting();
    await studio.context.client.$executeRaw`
      UPDATE "Pause" SET "until" = clock_timestamp() - interval '16 minutes'`;

    expect(await queue.claim()).not.toBeNull();
    expect(await queue.claim()).not.toBeNull();
  });

  test("lets processes that look at once send one between them, every time", async () => {
    const { submit, context } = await build();
    await submit("a fox [[fail:429 retry-after=60]]", { n: 8 });
    await queue.run(await queue.claim());
    await queue.endWaiting();

    for (let round = 0; round < 20; round += 1) {
      const probes = await Promise.all(Array.from({ length: 8 }, () => queue.probe()));
      expect(probes.filter(Boolean)).toHaveLength(1);
      await context.client.attempt.updateMany({ data: { state: "queued" } });
    }
  });

  test("does not let a queue use up its tries: only the one in front was refused again", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:429 retry-after=60]]", { n: 5 });
    await queue.run(await queue.claim());
    await queue.endWaiting();
    await queue.run(await queue.probe());

    const counts = await studio.context.client.attempt.findMany({
      orderBy: { position: "asc" },
      select: { refusedCount: true },
    });
    expect(counts.map(({ refusedCount }) => refusedCount)).toEqual([2, 0, 0, 0, 0]);
  });

  test("sends another when the one that was to show it died before it was sent", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:429 retry-after=60]]", { n: 2 });
    await queue.run(await queue.claim());
    await queue.endWaiting();
    const died = await queue.probe();
    await queue.expireLeases();
    await recoverAttempts(studio.context, { owner: "b" });

    expect(await queue.probe()).toMatchObject({ id: died?.id });
  });

  test("sends another when the one that was to show it was wrong in itself", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:422]] [[once:429 retry-after=60]]");
    await submit("a wolf");
    await queue.run(await queue.claim());
    await queue.endWaiting();
    await queue.run(await queue.probe());

    expect((await queue.probe())?.request.prompt).toBe("a wolf");
  });

  test("lets what waits be stopped, free", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:429 retry-after=60]]");
    const { id } = await submit("a wolf");
    await queue.run(await queue.claim());

    const { state, attempts } = await stopGeneration(studio.context, { userId, id });
    expect({ state, charged: attempts[0]?.charged }).toEqual({ state: "canceled", charged: "no" });
  });

  test("goes on by itself in a running studio, and nothing is bought twice", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const [one, two] = [
      await submit("a fox [[once:429 retry-after=1]]"),
      await submit("a wolf", { n: 5 }),
    ];
    await ended(one.id);
    const last = await ended(two.id);

    expect(last.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(6);
    expect(await studio.context.client.pause.count()).toBe(0);
  });
});
