import { afterEach, expect, test, vi } from "vitest";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverChannel } from "#lib/generation/save-again.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const hourMs = 60 * 60_000;

describeOnBothDatabases("a clock that jumps an hour", (open) => {
  let studio: TestStudio;
  let onLook = () => {};
  const build = async () => {
    studio = await createTestStudio(await open());
    const { spool } = studio.context;
    studio.context.spool = { ...spool, list: () => spool.list().finally(onLook) };
    return studio;
  };
  /** The process's clock alone, which is PGlite's too; timers run on, and PostgreSQL has a clock of its own. */
  const jump = (byMs: number) =>
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + byMs, shouldAdvanceTime: true });
  /** Resolves when the runner's own recovery has made a round. */
  const ownRecovery = async () => {
    const isDone = Promise.withResolvers<void>();
    // It looks through the spool at the end of each round.
    onLook = isDone.resolve;
    await studio.context.client.$queryRaw`SELECT pg_notify(${recoverChannel}, '')::text`;
    await isDone.promise;
  };
  afterEach(async () => {
    vi.useRealTimers();
    await studio.close();
  });

  test.each([
    ["forwards", hourMs],
    ["backwards", -hourMs],
  ])("%s in mid-flight takes no attempt from its runner", async (_, byMs) => {
    const { submit, start, ended, gateway, context } = await build();
    const isReceiving = Promise.withResolvers<void>();
    context.hitFailpoint = (point) => point === "receiving" && isReceiving.resolve();
    await start();
    const { id } = await submit("a fox [[hold-body:gate]]");
    await isReceiving.promise;
    jump(byMs);
    await ownRecovery();
    const { state, fence } = await context.client.attempt.findFirstOrThrow({
      select: { state: true, fence: true },
    });
    gateway.release("gate");
    const generation = await ended(id);

    expect({ state, fence }).toEqual({ state: "receiving", fence: 1 });
    expect(generation.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test.each([
    ["forwards", hourMs],
    ["backwards", -hourMs],
  ])("%s neither shortens a wait nor stretches it", async (_, byMs) => {
    const { submit, start, told, ended, gateway } = await build();
    await start();
    jump(byMs);
    const { id } = await submit("a fox [[once:429 retry-after=2]]");
    const { attempt, at } = await told("attempt-queued", id);
    const until = Date.parse(attempt.notBefore ?? "");

    expect(until - Date.parse(attempt.claimedAt ?? "")).toBeGreaterThanOrEqual(2_000);
    expect(until - at.getTime()).toBeLessThan(60_000);
    expect(await ended(id)).toMatchObject({ state: "succeeded" });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("backwards leaves what is pressed afterwards the newest", async () => {
    const { submit, start, ended } = await build();
    await start();
    const before = await ended((await submit("a fox")).id);
    jump(-hourMs);
    const after = await ended((await submit("a wolf")).id);

    expect(after.id > before.id).toBe(true);
    expect((after.images[0]?.id ?? "") > (before.images[0]?.id ?? "")).toBe(true);
  });
});
