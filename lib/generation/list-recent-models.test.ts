import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { localGatewayId as gatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import { listRecentModels, selectRecentModels } from "#lib/generation/list-recent-models.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

interface Ended {
  state: string;
  tookMs: number | null;
}

/** A generation of a model with one attempt for each of these. */
async function write(
  client: PrismaClient,
  model: string | null,
  attempts: readonly Ended[],
  settings: { quality?: string; size?: string } = {},
) {
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
      parameters: { prompt: "a fox", ...settings },
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

/** Generations of a model with one attempt each. */
async function writeMany(client: PrismaClient, model: string, count: number) {
  const batchId = uuidv7();
  await client.batch.create({ data: batchRow({ id: batchId, userId }), select: { id: true } });
  const ids = Array.from({ length: count }, () => uuidv7());
  const prompt = "a fox";
  const own = { userId, gatewayId, state: "succeeded" };
  await client.generation.createMany({
    data: ids.map((id) => ({ ...own, id, batchId, model, prompt, parameters: { prompt } })),
  });
  const [sentAt, endedAt] = [new Date(0), new Date(1_000)];
  await client.attempt.createMany({
    data: ids.map((generationId) => ({
      ...own,
      ...{ id: uuidv7(), generationId, index: 0, sentAt, endedAt },
    })),
  });
}

/** Each step of a plan, as PostgreSQL tells it. */
function stepsOf(plan: unknown): Record<string, unknown>[] {
  if (typeof plan !== "object" || plan === null) return [];
  const within = Object.values(plan).flatMap(stepsOf);
  return "Node Type" in plan ? [{ ...plan }, ...within] : within;
}

/** Something has happened since. */
async function tellOfNews(client: PrismaClient) {
  await client.user.update({
    where: { id: userId },
    data: { eventSequence: { increment: 1 } },
    select: { id: true },
  });
}

/** Too few to say how long most take. */
const few = { took: null, tookBySettings: [] };

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
      { gatewayId, model: "a", recent: { count: 5, made: 3, medianMs: 2_000, ...few } },
      { gatewayId, model: "b/with words", recent: { count: 1, made: 0, medianMs: null, ...few } },
    ]);
    expect(await listRecentModels(client, uuidv7()).catch(() => [])).toEqual([]);
  });

  test("goes by the last forty, and is read anew once something has happened", async () => {
    const { client } = await open();
    await tellOfNews(client);
    for (let at = 0; at < 5; at += 1) await write(client, "slow", Array(10).fill(made(60_000)));
    for (let at = 0; at < 4; at += 1) await write(client, "slow", Array(10).fill(made(1_000)));
    const took = { fromMs: 1_000, toMs: 1_000, count: 20 };
    const tookBySettings = [{ quality: null, size: null, ...took }];
    const recent = { count: 40, made: 40, medianMs: 1_000, took, tookBySettings };
    const told = { gatewayId, model: "slow", recent };
    expect(await listRecentModels(client, userId)).toEqual([told]);

    await write(client, "new", [made(1)]);
    expect(await listRecentModels(client, userId)).toEqual([told]);
    await tellOfNews(client);
    expect(await listRecentModels(client, userId)).toHaveLength(2);
  });

  test("tells how long most took, of all and of those with one quality and size, from five on", async () => {
    const { client } = await open();
    await tellOfNews(client);
    const upTo = (seconds: number) =>
      Array.from({ length: seconds }, (_, at) => made(at * 1_000 + 1_000));
    await write(client, "ranged", upTo(9), { quality: "high", size: "1024x1024" });
    await write(client, "ranged", upTo(4), { quality: "low", size: "1024x1024" });
    await write(client, "ranged", upTo(5), { size: "1024x1024" });

    const told = await listRecentModels(client, userId);
    expect(told.find(({ model }) => model === "ranged")?.recent).toMatchObject({
      took: { fromMs: 1_000, toMs: 7_000, count: 18 },
      tookBySettings: [
        { quality: null, size: "1024x1024", fromMs: 1_000, toMs: 5_000, count: 5 },
        { quality: "high", size: "1024x1024", fromMs: 2_000, toMs: 8_000, count: 9 },
      ],
    });
  });

  test("reads no more of what was made than it tells of, however much that is", async () => {
    const { client } = await open();
    await writeMany(client, "much", 1_000);
    await client.$executeRaw`ANALYZE "Generation", "Attempt"`;
    const [{ "QUERY PLAN": plan } = {}] = await client.$queryRaw<Record<"QUERY PLAN", unknown>[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${selectRecentModels(userId)}`,
    );
    const steps = stepsOf(plan);
    expect(steps.map((step) => step["Node Type"])).not.toContain("Seq Scan");
    expect(Math.max(...steps.map((step) => Number(step["Actual Rows"])))).toBeLessThanOrEqual(50);
  });
});
