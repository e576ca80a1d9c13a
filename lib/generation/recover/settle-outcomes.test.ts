import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { ChargeQuery, FoundCharge, ImageEngine } from "#lib/engine/image-engine.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { settleDue, settleGeneration } from "#lib/generation/recover/settle-outcomes.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("an outcome that nobody knows", (open) => {
  let studio: TestStudio;
  const queries: ChargeQuery[] = [];
  /** A studio whose gateway says this of its usage; null: it keeps none. */
  const build = async (
    answer: (() => Promise<FoundCharge | null>) | null,
    more: Partial<ImageEngine> = {},
  ) => {
    studio = await createTestStudio(await open());
    queries.length = 0;
    const findCharge =
      answer &&
      ((query: ChargeQuery) => {
        queries.push(query);
        return answer();
      });
    studio.context.engine = async () => ({ ...studio.engine, findCharge, ...more });
    return studio;
  };
  const { signal } = new AbortController();
  const settle = () => settleDue(studio.context, { signal });
  const makeDue = () =>
    studio.context.client
      .$executeRaw`UPDATE "Attempt" SET "settleAt" = clock_timestamp() - interval '1 s' WHERE "settleAt" IS NOT NULL`;
  const submit = async (marker = "[[fail:502 charged]]") => {
    const queue = createTestQueue(studio);
    const { id } = await studio.submit(`a fox ${marker}`);
    await queue.run(await queue.claim());
    return id;
  };
  const attemptOf = async (id: string) =>
    (await getGeneration(studio.context.client, { userId, id })).attempts[0];
  const events = async () => (await readEvents(studio.context.client, { userId, after: 0 })) ?? [];
  const posts = () =>
    studio.gateway.ledger().requests.filter(({ method }) => method === "POST").length;
  afterEach(() => studio.close());

  test("becomes billed, at the cost that the gateway says, and is sent no second time", async () => {
    await build(async () => ({ charged: "yes", costMicros: 41_000 }));
    const id = await submit();
    const before = await attemptOf(id);
    await settle();
    expect(queries).toEqual([]);
    await makeDue();
    await settle();
    await makeDue();
    await settle();

    expect(before).toMatchObject({ state: "unknown", settleCount: 0, settledAt: null });
    expect(before?.settleAt).not.toBeNull();
    expect(await attemptOf(id)).toMatchObject({
      state: "unknown",
      charged: "yes",
      actualCostMicros: 41_000,
      settleCount: 1,
      settleAt: null,
      settledAt: expect.any(String),
    });
    expect(queries).toHaveLength(1);
    expect(queries[0]?.requestIds).toEqual([before?.id, before?.requestId]);
    expect(queries[0]?.sentAt.toISOString()).toBe(before?.sentAt);
    expect(posts()).toBe(1);
    const told = (await events()).slice(-2);
    expect(told.map(({ type }) => type)).toEqual(["usage-updated", "attempt-updated"]);
    expect(told[0]?.data).toMatchObject({ generationId: id, costMicros: 41_000 });
  });

  test("becomes not billed, and free, where the gateway says so", async () => {
    await build(async () => ({ charged: "no", costMicros: null }));
    const id = await submit();
    await makeDue();
    await settle();

    expect(await attemptOf(id)).toMatchObject({
      state: "unknown",
      charged: "no",
      actualCostMicros: 0,
    });
  });

  test.each(["[[empty]]", "[[html-200]]"])(
    "is settled too where it was only likely that it was billed (%s)",
    async (marker) => {
      await build(async () => ({ charged: "no", costMicros: 0 }));
      const id = await submit(marker);
      const likely = await attemptOf(id);
      await makeDue();
      await settle();

      expect(likely).toMatchObject({ state: "failed", charged: "likely" });
      expect(await attemptOf(id)).toMatchObject({ state: "failed", charged: "no" });
    },
  );

  test.each([
    ["does not know of it yet", async () => null],
    [
      "cannot be reached",
      async () => {
        throw new EngineError(because("said", { said: "It is away." }), {
          sent: "no",
          charged: "no",
          code: "unreachable",
        });
      },
    ],
  ])("is asked about with growing pauses for a day, while the gateway %s", async (_, answer) => {
    await build(answer);
    const id = await submit();
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const from = Date.now();
      await makeDue();
      await settle();
      const settleAt = (await attemptOf(id))?.settleAt;
      if (settleAt) waits.push(Math.floor((Date.parse(settleAt) - from) / 60_000));
    }

    expect(queries.length).toBe(waits.length + 1);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const minutes = waits.reduce((sum, wait) => sum + wait, 0);
    expect(minutes).toBeGreaterThan(20 * 60);
    expect(minutes).toBeLessThan(26 * 60);
    expect(await attemptOf(id)).toMatchObject({ state: "unknown", charged: null, settleAt: null });
  });

  test("is asked about at once by a press, also after a day", async () => {
    const { context } = await build(async () => ({ charged: "yes", costMicros: null }));
    const id = await submit();
    await context.client.attempt.updateMany({ data: { settleAt: null, settleStep: 9 } });

    expect(await settleGeneration(context, { generationId: id, signal })).toBe(true);
    expect(await attemptOf(id)).toMatchObject({ charged: "yes" });
    expect(await settleGeneration(context, { generationId: id, signal })).toBe(true);
    expect(queries).toHaveLength(1);
  });

  test("is asked about by one process, though several look", async () => {
    await build(async () => null);
    await submit();
    await submit();
    await makeDue();
    await Promise.all([settle(), settle(), settle()]);

    expect(queries).toHaveLength(2);
  });

  test("is asked of no other gateway, and by no other key, than it was sent by", async () => {
    const { context, engine } = await build(async () => ({ charged: "no", costMicros: null }));
    const id = await submit();
    const { findCharge } = (await context.engine("gateway")) ?? {};
    context.engine = async () => ({ ...engine, findCharge: findCharge ?? null, keyId: "another" });
    await makeDue();
    await settle();

    expect(queries).toEqual([]);
    expect(await settleGeneration(context, { generationId: id, signal })).toBe(false);
    expect(await attemptOf(id)).toMatchObject({ state: "unknown", charged: null });
  });

  test.each([
    ["[[fail:400]]", "failed"],
    ["", "succeeded"],
  ])("is none where all is known (%s): nobody asks", async (marker, state) => {
    await build(async () => null);
    const id = await submit(marker);
    await makeDue();
    await settle();

    expect(await attemptOf(id)).toMatchObject({ state, settleAt: null });
    expect(queries).toEqual([]);
  });

  test("is asked about by the running studio, also where a backup brought it", async () => {
    const { context, start, follow } = await build(async () => ({
      charged: "no",
      costMicros: null,
    }));
    const id = await submit();
    await context.client.attempt.updateMany({ data: { settleAt: null } });
    await start();
    const settled = await follow(id, (_, { attempts }) => attempts[0]?.settledAt !== null);

    expect(settled.attempts[0]).toMatchObject({ state: "unknown", charged: "no" });
  });
});
