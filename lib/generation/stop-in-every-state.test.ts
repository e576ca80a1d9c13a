import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError, type EngineEvent, type GenerateOptions } from "#lib/engine/image-engine.ts";
import type { AttemptState } from "#lib/generation/attempt-state.ts";
import { type ClaimedAttempt, claimAttempt } from "#lib/generation/claim-attempt.server.ts";
import { recoverAttempts } from "#lib/generation/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run-attempt.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/test-studio.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const refusal = (sent: "no" | "answered", code: "unreachable" | "rate_limited") =>
  new EngineError("Not now.", { sent, charged: "no", code });

describeOnBothDatabases("Stop", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  const stop = (id: string, client = studio.context.client) =>
    stopGeneration({ client, reach: () => {} }, { userId, id });
  const claim = async () => {
    const claimed = await claimAttempt(studio.context.client, { owner: "a", engines: ["gateway"] });
    if (!claimed) throw new Error("nothing was claimed");
    return claimed;
  };
  const run = (claimed: ClaimedAttempt, signal = new AbortController().signal) =>
    runAttempt(studio.context, { claim: claimed, signal });
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
    const { press, context } = await build();
    const { id } = await press("a fox", { n: 2 });
    await context.client.attempt.updateMany({ data: { notBefore, unsentCount: 1 } });

    expect((await stop(id)).state).toBe("canceled");
    expect(await attemptsOf(id)).toMatchObject([
      { state: "canceled", charged: "no" },
      { state: "canceled", charged: "no" },
    ]);
  });

  test("cancels what is claimed at this very moment: it is not sent", async () => {
    const { press, context } = await build();
    const { id } = await press("a fox");
    let claimed: ClaimedAttempt | null = null;
    const racing = beforeTransaction(context.client, async () => {
      claimed ??= await claim();
    });
    const stopped = await stop(id, racing);
    if (claimed) await run(claimed);

    expect(claimed).not.toBeNull();
    expect(stopped.state).toBe("canceled");
    expect(isSent()).toBe(false);
  });

  test("of what is sent at this very moment takes note: the paid picture is kept and hidden", async () => {
    const { press, context, start, gateway, ended } = await build();
    await start();
    const { id } = await press("a fox [[hold:gate]]");
    const racing = beforeTransaction(context.client, () => gateway.reached("gate"));
    const stopped = await stop(id, racing);
    gateway.release("gate");

    expect(stopped.attempts[0]).toMatchObject({ state: "sending" });
    expect((await ended(id)).images).toMatchObject([{ isHidden: true }]);
  });

  test("does not wait for an engine that cannot be had", async () => {
    const { press, context } = await build();
    const { id } = await press("a fox");
    const claimed = await claim();
    const isAsked = Promise.withResolvers<void>();
    const never = Promise.withResolvers<null>();
    context.engine = () => {
      isAsked.resolve();
      return never.promise;
    };
    const running = run(claimed);
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
    const { press } = await build();
    const { id } = await press("a fox");
    answerBy(async function* () {
      yield* [];
      await stop(id);
      throw error;
    });
    await run(await claim());

    expect(await attemptsOf(id)).toMatchObject([{ state: "canceled", charged: "no" }]);
  });

  test("twice says that it cost nothing where the gateway had said so", async () => {
    const { press } = await build();
    const { id } = await press("a fox");
    const abort = new AbortController();
    answerBy(async function* () {
      yield* [];
      abort.abort();
      throw refusal("answered", "rate_limited");
    });
    await run(await claim(), abort.signal);

    expect(await attemptsOf(id)).toEqual([
      { state: "failed", charged: "no", errorCode: "stopped" },
    ]);
  });

  test("twice ends an engine that never says a word", async () => {
    const { press, start, ended, until } = await build();
    answerBy(async function* ({ signal }) {
      yield* [];
      await new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    await start();
    const { id } = await press("a fox");
    await until("attempt-started", id);
    await stop(id);
    await stop(id);

    expect((await ended(id)).attempts[0]).toMatchObject({
      state: "failed",
      charged: "likely",
      error: { code: "stopped" },
    });
  });

  test("by two presses at once is one press: nothing is hung up", async () => {
    const { press, start, gateway, ended } = await build();
    await start();
    const { id } = await press("a fox [[hold:gate]]");
    await gateway.reached("gate");
    await Promise.all([stop(id), stop(id)]);
    gateway.release("gate");

    expect(await ended(id)).toMatchObject({ state: "succeeded", images: [{ isHidden: true }] });
  });

  test("touches what is still going on, and not what has ended", async () => {
    const { press, start, gateway, ended, context } = await build();
    const { id } = await press("a fox [[hold:gate]]", { n: 3 });
    const endedAt = new Date();
    await context.client.attempt.updateMany({
      where: { index: 0 },
      data: { state: "failed", charged: "no", endedAt },
    });
    await start();
    await gateway.reached("gate");
    await stop(id);
    gateway.release("gate");
    const { attempts, images } = await ended(id);

    expect(attempts[0]).toMatchObject({
      state: "failed",
      endedAt: endedAt.toISOString(),
      stopRequestedAt: null,
    });
    for (const { state } of attempts.slice(1)) expect(["canceled", "succeeded"]).toContain(state);
    expect(images.length).toBeGreaterThan(0);
    expect(images.every(({ isHidden }) => isHidden)).toBe(true);
  });

  test("racing the completion loses nothing that was paid for", async () => {
    const { press, start, gateway, ended } = await build();
    await start();
    for (let round = 0; round < 10; round += 1) {
      const { id } = await press(`fox ${round} [[hold:gate${round}]]`);
      await gateway.reached(`gate${round}`);
      const stopping = stop(id);
      gateway.release(`gate${round}`);
      await stopping;
      const generation = await ended(id);

      expect(generation.attempts[0]).toMatchObject({ state: "succeeded", charged: "yes" });
      expect(generation.images).toHaveLength(1);
    }
  });

  test.each(["sending", "receiving"] as const)(
    "of what is %s in a process that died leaves the truth to the recovery",
    async (state) => {
      const { press, context } = await build();
      const { id } = await press("a fox");
      await dieIn(state);
      await stop(id);
      await stop(id);
      await recoverAttempts(context, { owner: "b" });

      expect(await attemptsOf(id)).toMatchObject([{ state: "unknown", charged: null }]);
    },
  );

  test("of the painter's, whose process died, is not painted again", async () => {
    const { press, context } = await build();
    const { id } = await press("a fox");
    await dieIn("receiving");
    await context.client.generation.updateMany({ data: { engine: "painter" } });
    await stop(id);
    await recoverAttempts(context, { owner: "b" });

    expect(await attemptsOf(id)).toMatchObject([{ state: "canceled", charged: "no" }]);
  });

  const dieIn = async (state: AttemptState) => {
    await claim();
    await studio.context.client.attempt.updateMany({ data: { state } });
    await studio.context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`;
  };
});

/** The same client, before whose transactions something else happens: what a race brings about by chance. */
function beforeTransaction(client: PrismaClient, happen: () => Promise<unknown>): PrismaClient {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        if (name === "$transaction") await happen();
        return Reflect.apply(value, target, given);
      };
    },
  });
}
