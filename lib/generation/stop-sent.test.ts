import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { EngineEvent, GenerateOptions } from "#lib/engine/image-engine.ts";
import { beforeTransaction } from "#lib/generation/faults/test-before-transaction.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { hangUpChannel, stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { told } from "#messages/test-told.ts";

describeOnBothDatabases("Stop of what was sent", (open) => {
  let studio: TestStudio;
  const build = async ({ isDeaf = false } = {}) => {
    const database = await open();
    const listen: Database["listen"] = (channel, onNotify) =>
      channel === hangUpChannel
        ? Promise.resolve(async () => {})
        : database.listen(channel, onNotify);
    studio = await createTestStudio(isDeaf ? { ...database, listen } : database);
    return studio;
  };
  afterEach(() => studio.close());

  const stop = (id: string, client = studio.context.client) =>
    stopGeneration({ client, hitFailpoint: () => {} }, { userId, id });
  const hangUp = (id: string) => stopGeneration(studio.context, { userId, id, hangsUp: true });
  /** An engine that does this when it is asked. */
  const answerBy = (generate: (options: GenerateOptions) => AsyncIterable<EngineEvent>) => {
    const engine = {
      ...studio.engine,
      generate: (_: unknown, options: GenerateOptions) => generate(options),
    };
    studio.context.engine = async () => engine;
  };

  test("of what is sent at this very moment takes note: the paid picture is kept and hidden", async () => {
    const { submit, context, start, gateway, ended } = await build();
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    const racing = beforeTransaction(context.client, () => gateway.reached("gate"));
    const stopped = await stop(id, racing);
    gateway.release("gate");

    expect(stopped.attempts[0]).toMatchObject({ state: "sending" });
    expect((await ended(id)).images).toMatchObject([{ isHidden: true }]);
  });

  test("and hanging up ends an engine that never says a word", async () => {
    const { submit, start, ended } = await build();
    const isAsked = Promise.withResolvers<void>();
    answerBy(async function* ({ signal }) {
      yield* [];
      await new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        isAsked.resolve();
      });
    });
    await start();
    const { id } = await submit("a fox");
    await isAsked.promise;
    await stop(id);
    await hangUp(id);

    const [attempt] = (await ended(id)).attempts;
    expect(attempt).toMatchObject({
      state: "failed",
      charged: "likely",
      error: { code: "stopped" },
    });
    // What it may cost is said beside it.
    expect(told(attempt?.error)).toBe("It was stopped while the gateway was working.");
  });

  test("and hanging up is not forgotten when nobody hears of it: the runner sees it at its next look", async () => {
    const { submit, start, gateway, ended } = await build({ isDeaf: true });
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    await stop(id);
    await hangUp(id);

    expect((await ended(id)).attempts[0]).toMatchObject({
      state: "failed",
      charged: "likely",
      error: { code: "stopped" },
    });
  });

  test("touches what is still going on, and not what has ended", async () => {
    const { submit, start, gateway, ended, context } = await build();
    const { id } = await submit("a fox [[hold:gate]]", { n: 3 });
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
    const { submit, start, gateway, ended } = await build();
    await start();
    for (let round = 0; round < 10; round += 1) {
      const { id } = await submit(`fox ${round} [[hold:gate${round}]]`);
      await gateway.reached(`gate${round}`);
      const stopping = stop(id);
      gateway.release(`gate${round}`);
      await stopping;
      const generation = await ended(id);

      expect(generation.attempts[0]).toMatchObject({ state: "succeeded", charged: "yes" });
      expect(generation.images).toHaveLength(1);
    }
  });
});
