import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import {
  describeOnBothDatabases,
  describeOnPostgres,
} from "#lib/platform/database/test-database.ts";
import { overtake } from "#lib/platform/database/test-overtaken.ts";

describeOnBothDatabases("trying again", (open) => {
  let studio: TestStudio;
  /** Two generations of one picture each, of which this is said. */
  const build = async (state: string) => {
    studio = await createTestStudio(await open());
    const [one, other] = [await studio.submit("a fox"), await studio.submit("a wolf")];
    await studio.context.client.attempt.updateMany({
      data: { state, seed: 7, estimatedCostMicros: 40_000 },
    });
    return { one, other };
  };
  const retry = async ({ batchId }: GenerationView, attempts: string[]) => {
    const { generations } = await retryBatch(studio.context, { userId, id: batchId, attempts });
    return generations[0]?.attempts ?? [];
  };
  const count = () => studio.context.client.attempt.count();
  afterEach(() => studio.close());

  test.each(["queued", "claimed", "sending", "receiving", "storing", "succeeded"])(
    "what is %s buys nothing: it may still give its picture, or has given it",
    async (state) => {
      const { one } = await build(state);
      const retrying = retry(one, [one.attempts[0]?.id ?? ""]);

      await expect(retrying).rejects.toMatchObject({ code: "conflict" });
      expect(await count()).toBe(2);
    },
  );

  test("what failed in several generations of a press is repeated together, each once", async () => {
    studio = await createTestStudio(await open());
    const { context } = studio;
    const requests = ["a fox", "a wolf", "a hare"].map((prompt) => ({ prompt }));
    const { batch } = await createBatch(
      { ...context, gateways: await context.gateways() },
      { userId, idempotencyKey: "a-list", request: { kind: "list", requests, spec: {} } },
    );
    const failed = batch.generations.slice(1).map(({ id }) => id);
    await context.client.attempt.updateMany({
      where: { generationId: { in: failed } },
      data: { state: "failed" },
    });
    const attempts = batch.generations.slice(1).flatMap((one) => one.attempts.map(({ id }) => id));
    const both = await Promise.all(
      [1, 2].map(() => retryBatch(context, { userId, id: batch.id, attempts })),
    );

    for (const { generations } of both) {
      expect(generations.map((one) => one.attempts.length)).toEqual([1, 2, 2]);
      expect(generations.map(({ state }) => state)).toEqual(["queued", "queued", "queued"]);
    }
  });

  test("an attempt of another press buys nothing, in neither of them", async () => {
    const { one, other } = await build("failed");
    const ids = [one.attempts[0]?.id ?? "", other.attempts[0]?.id ?? ""];

    await expect(retry(one, ids)).rejects.toMatchObject({
      code: "invalid_request",
      field: "attempts",
    });
    expect(await count()).toBe(2);
  });

  test.each(["failed", "unknown", "canceled"])(
    "what is %s is one new attempt for the same tile, with its seed and price, named twice as well",
    async (state) => {
      const { one } = await build(state);
      const id = one.attempts[0]?.id ?? "";
      const attempts = await retry(one, [id, id]);

      expect(attempts).toHaveLength(2);
      expect(attempts.find(({ retryOfId }) => retryOfId === id)).toMatchObject({
        state: "queued",
        index: 0,
        seed: 7,
        estimatedCostMicros: 40_000,
        charged: null,
        unsentCount: 0,
      });
    },
  );
});

describeOnPostgres("trying again what goes to the trash at the same moment", (open) => {
  test("buys nothing, and says that it is gone", async () => {
    const studio = await createTestStudio(await open());
    const { client } = studio.context;
    const { id, batchId, attempts } = await studio.submit("a fox");
    await client.attempt.updateMany({ data: { state: "failed" } });
    const deletedAt = new Date();
    const retried = await overtake(client, {
      lock: (transaction) => lockGeneration(transaction, id),
      change: (transaction) =>
        transaction.batch.update({ where: { id: batchId }, data: { deletedAt } }),
      work: () =>
        retryBatch(studio.context, {
          userId,
          id: batchId,
          attempts: attempts.map((one) => one.id),
        }),
    });

    expect(retried).toMatchObject({ reason: { code: "not_found" } });
    expect(await client.attempt.count()).toBe(1);
    await studio.close();
  });
});
