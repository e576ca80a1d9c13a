import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { localGatewayId as gatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import { listRecentModels } from "#lib/generation/list-recent-models.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

interface Ended {
  state: string;
  tookMs: number | null;
}

/** A generation of a model with one attempt for each of these. */
async function write(client: PrismaClient, model: string | null, attempts: readonly Ended[]) {
  const [batchId, id] = [uuidv7(), uuidv7()];
  await client.batch.create({ data: batchRow({ id: batchId, userId }), select: { id: true } });
  const sentAt = new Date("2026-01-01T00:00:00Z");
  await client.generation.create({
    data: {
      id,
      userId,
      batchId,
      gatewayId,
      model,
      prompt: "a fox",
      parameters: { prompt: "a fox" },
      state: "succeeded",
      attempts: {
        create: attempts.map(({ state, tookMs }, index) => ({
          id: uuidv7(),
          userId,
          gatewayId,
          index,
          state,
          sentAt: tookMs === null ? null : sentAt,
          endedAt: new Date(sentAt.getTime() + (tookMs ?? 0)),
        })),
      },
    },
    select: { id: true },
  });
}

/** Something has happened since. */
async function tellOfNews(client: PrismaClient) {
  await client.user.update({
    where: { id: userId },
    data: { eventSequence: { increment: 1 } },
    select: { id: true },
  });
}

const made = (tookMs: number): Ended => ({ state: "succeeded", tookMs });

describeOnBothDatabases("how the last requests of each model went", (open) => {
  test("is told of each that was asked by name: how many, how many made, and the median of those", async () => {
    const { client } = await open();
    await write(client, "a", [made(1_000), made(9_000), { state: "failed", tookMs: 50 }]);
    await write(client, "a", [made(2_000), { state: "unknown", tookMs: 60_000 }]);
    // What never was sent, and what is being made, says nothing yet.
    await write(client, "a", [
      { state: "canceled", tookMs: null },
      { state: "failed", tookMs: null },
      { state: "receiving", tookMs: 5 },
    ]);
    await write(client, "b/with words", [{ state: "failed", tookMs: 7 }]);
    await write(client, "queued", [{ state: "queued", tookMs: null }]);
    await write(client, null, [made(3)]);

    expect(await listRecentModels(client, userId)).toEqual([
      { gatewayId, model: "a", recent: { count: 5, made: 3, medianMs: 2_000 } },
      { gatewayId, model: "b/with words", recent: { count: 1, made: 0, medianMs: null } },
    ]);
    expect(await listRecentModels(client, uuidv7()).catch(() => [])).toEqual([]);
  });

  test("goes by the last forty, and is read anew once something has happened", async () => {
    const { client } = await open();
    await tellOfNews(client);
    for (let at = 0; at < 5; at += 1) await write(client, "slow", Array(10).fill(made(60_000)));
    for (let at = 0; at < 4; at += 1) await write(client, "slow", Array(10).fill(made(1_000)));
    const told = { gatewayId, model: "slow", recent: { count: 40, made: 40, medianMs: 1_000 } };
    expect(await listRecentModels(client, userId)).toEqual([told]);

    await write(client, "new", [made(1)]);
    expect(await listRecentModels(client, userId)).toEqual([told]);
    await tellOfNews(client);
    expect(await listRecentModels(client, userId)).toHaveLength(2);
  });
});
