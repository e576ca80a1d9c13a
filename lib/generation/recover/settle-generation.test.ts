import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { settleDue, settleGeneration } from "#lib/generation/recover/settle-outcomes.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("a press of Ask the gateway", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  /** Two outcomes of one press that nobody knows, sent while the gateway kept usage. */
  const build = async () => {
    studio = await createTestStudio(await open());
    const { context, engine } = studio;
    context.engine = async () => ({ ...engine, findCharge: async () => null });
    const queue = createTestQueue(studio);
    const { id } = await studio.submit("a fox [[fail:502 charged]]", { n: 2 });
    await queue.run(await queue.claim());
    await queue.run(await queue.claim());
    return id;
  };
  const ask = (generationId: string) =>
    settleGeneration(studio.context, { generationId, signal: new AbortController().signal });
  const attemptsOf = async (id: string) =>
    (await getGeneration(studio.context.client, { userId, id })).attempts;

  test("says why where it cannot be asked, asks no more, and leaves it open", async () => {
    const id = await build();
    let asked = 0;
    const { engine, context } = studio;
    context.engine = async () => ({
      ...engine,
      async findCharge() {
        asked += 1;
        throw new EngineError(because("said", { said: "It is away." }), {
          sent: "no",
          charged: "no",
          code: "unreachable",
        });
      },
    });

    await expect(ask(id)).rejects.toMatchObject({ code: "unreachable" });
    expect(asked).toBe(1);
    for (const attempt of await attemptsOf(id)) {
      expect(attempt).toMatchObject({ state: "unknown", charged: null, settledAt: null });
      expect(attempt.settleAt).not.toBeNull();
    }
  });

  test("asks nothing where the gateway keeps no usage any more, and leaves it open", async () => {
    const id = await build();
    const { engine, context } = studio;
    context.engine = async () => ({ ...engine, findCharge: null });

    expect(await ask(id)).toBe(false);
    for (const attempt of await attemptsOf(id)) {
      expect(attempt).toMatchObject({ charged: null, settleCount: 0, settledAt: null });
      expect(attempt.settleAt).not.toBeNull();
    }
  });

  test("uses up none of the day's questions, and is counted", async () => {
    const id = await build();
    const before = await attemptsOf(id);
    for (let press = 1; press <= 12; press += 1) expect(await ask(id)).toBe(true);
    const asked = await attemptsOf(id);
    const { client } = studio.context;
    await client.$executeRaw`UPDATE "Attempt" SET "settleAt" = clock_timestamp() - interval '1 s'`;
    const from = Date.now();
    await settleDue(studio.context, { signal: new AbortController().signal });

    expect(asked).toEqual(before.map((attempt) => ({ ...attempt, settleCount: 12 })));
    for (const { settleCount, settleAt } of await attemptsOf(id)) {
      expect(settleCount).toBe(13);
      expect(Math.floor((Date.parse(settleAt ?? "") - from) / 60_000)).toBe(1);
    }
  });

  test("is answered as one that asks where somebody asks already, and asks nothing twice", async () => {
    const id = await build();
    const answer = Promise.withResolvers<null>();
    const asks = Promise.withResolvers<void>();
    let asked = 0;
    const { engine, context } = studio;
    context.engine = async () => ({
      ...engine,
      findCharge() {
        asked += 1;
        if (asked === 2) asks.resolve();
        return answer.promise;
      },
    });

    const others = [ask(id), ask(id)];
    await asks.promise;
    expect(await ask(id)).toBe(true);
    expect(asked).toBe(2);
    answer.resolve(null);
    expect(await Promise.all(others)).toEqual([true, true]);
  });
});
