import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineEvent, GenerateOptions } from "#lib/engine/image-engine.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { beforeTransaction } from "#lib/generation/faults/test-before-transaction.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { withinTransaction } from "#lib/generation/faults/test-within-transaction.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

const refusal = (sent: "no" | "answered", code: "unreachable" | "rate_limited") =>
  new EngineError(because("said", { said: "Not now." }), { sent, charged: "no", code });

describeOnBothDatabases("Stop of what may not have been sent", (open) => {
  let database: Database;
  let studio: TestStudio;
  let queue: ReturnType<typeof createTestQueue>;
  const build = async () => {
    database = await open();
    studio = await createTestStudio(database);
    queue = createTestQueue(studio);
    return studio;
  };
  afterEach(() => studio.close());

  const stop = (id: string, client = studio.context.client) =>
    stopGeneration({ client, hitFailpoint: () => {} }, { userId, id });
  /** An engine that does this when it is asked. */
  const answerBy = (generate: (options: GenerateOptions) => AsyncIterable<EngineEvent>) => {
    const engine = {
      ...studio.engine,
      generate: (_: unknown, options: GenerateOptions) => generate(options),
    };
    studio.context.engine = async () => engine;
  };
  const attemptsOf = (generationId: string) =>
    studio.context.client.attempt.findMany({
      where: { generationId },
      orderBy: { index: "asc" },
      select: { state: true, charged: true, errorCode: true },
    });
  const isSent = () => studio.gateway.ledger().requests.some(({ method }) => method === "POST");

  test.each([
    ["queued", null],
    ["queued and told to wait", new Date(Date.now() + 60_000)],
  ])("cancels what is %s, free", async (_, notBefore) => {
    const { submit, context } = await build();
    const { id } = await submit("a fox", { n: 2 });
    await context.client.attempt.updateMany({ data: { notBefore, unsentCount: 1 } });

    expect((await stop(id)).state).toBe("canceled");
    expect(await attemptsOf(id)).toMatchObject([
      { state: "canceled", charged: "no" },
      { state: "canceled", charged: "no" },
    ]);
  });

  test("cancels what is claimed at this very moment: it is not sent", async () => {
    const { submit, context } = await build();
    const { id } = await submit("a fox");
    let claimed: ClaimedAttempt | null = null;
    const racing = beforeTransaction(context.client, async () => {
      claimed ??= await queue.claim();
    });
    const stopped = await stop(id, racing);
    if (claimed) await queue.run(claimed);

    expect(claimed).not.toBeNull();
    expect(stopped.state).toBe("canceled");
    expect(isSent()).toBe(false);
  });

  test("holds on to what it looked at: no claim comes between the look and the cancelling", async () => {
    const { submit, context } = await build();
    const { id } = await submit("a fox");
    // The embedded database has one connection, and runs nothing between the two anyway.
    const isShared = database.description.startsWith("PostgreSQL");
    const racing = withinTransaction(context.client, async (result) => {
      if (isShared && JSON.stringify(result).includes("fence")) await queue.claim();
    });

    expect((await stop(id, racing)).state).toBe("canceled");
  });

  test("does not wait for an engine that cannot be had", async () => {
    const { submit, context } = await build();
    const { id } = await submit("a fox");
    const claimed = await queue.claim();
    const isAsked = Promise.withResolvers<void>();
    const never = Promise.withResolvers<null>();
    context.engine = () => {
      isAsked.resolve();
      return never.promise;
    };
    const running = queue.run(claimed);
    await isAsked.promise;

    expect((await stop(id)).state).toBe("canceled");
    never.resolve(null);
    await running;
    expect(await attemptsOf(id)).toMatchObject([{ state: "canceled" }]);
  });

  test.each([
    ["comes back proven unsent", refusal("no", "unreachable")],
    ["comes back refused for now", refusal("answered", "rate_limited")],
  ])("of what %s cancels it after all, in the same step", async (_, error) => {
    const { submit } = await build();
    const { id } = await submit("a fox");
    answerBy(async function* () {
      yield* [];
      await stop(id);
      throw error;
    });
    await queue.run(await queue.claim());

    expect(await attemptsOf(id)).toMatchObject([{ state: "canceled", charged: "no" }]);
  });

  test("twice says that it cost nothing where the gateway had said so", async () => {
    const { submit } = await build();
    const { id } = await submit("a fox");
    const abort = new AbortController();
    answerBy(async function* () {
      yield* [];
      abort.abort();
      throw refusal("answered", "rate_limited");
    });
    await queue.run(await queue.claim(), abort.signal);

    expect(await attemptsOf(id)).toEqual([
      { state: "failed", charged: "no", errorCode: "stopped" },
    ]);
  });

  test.each(["sending", "receiving"] as const)(
    "of what is %s in a process that died leaves the truth to the recovery",
    async (state) => {
      const { submit, context } = await build();
      const { id } = await submit("a fox");
      await dieIn(state);
      await stop(id);
      await stopGeneration(context, { userId, id, hangsUp: true });
      await recoverAttempts(context, { owner: "b" });

      expect(await attemptsOf(id)).toMatchObject([{ state: "unknown", charged: null }]);
    },
  );

  test("of one that costs nothing, whose process died, is not made again", async () => {
    const { submit, context } = await build();
    const { id } = await submit("a fox");
    await dieIn("receiving");
    await context.client.attempt.updateMany({ data: { paid: false } });
    await context.client.gateway.updateMany({ data: { paid: false } });
    await stop(id);
    await recoverAttempts(context, { owner: "b" });

    expect(await attemptsOf(id)).toMatchObject([{ state: "canceled", charged: "no" }]);
  });

  const dieIn = async (state: AttemptState) => {
    await queue.claim();
    await studio.context.client.attempt.updateMany({ data: { state } });
    await queue.expireLeases();
  };
});
