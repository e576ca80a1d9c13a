import { expect, test } from "vitest";
import { localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { batchRow } from "#lib/generation/batch/test-batch-row.ts";
import type { Database } from "./database.server.ts";
import { isUniqueViolation } from "./is-unique-violation.server.ts";
import { describeOnBothDatabases } from "./test-database.ts";

const ownerId = "00000000-0000-7000-8000-000000000001";
const generationId = "01980000-0000-7000-8000-000000000001";

describeOnBothDatabases("a database", (open) => {
  test("has the one local owner at the start of each test", async () => {
    const { client } = await open();
    expect(await client.user.findMany({ select: { id: true, name: true } })).toEqual([
      { id: ownerId, name: "Owner" },
    ]);
    await client.user.create({ data: { id: generationId, name: "Left behind" } });
  });

  test("has forgotten what the test before it wrote", async () => {
    const { client } = await open();
    expect(await client.user.count()).toBe(1);
  });

  test("a transaction that throws leaves nothing behind", async () => {
    const { client } = await open();
    const failing = client.$transaction(async (transaction) => {
      await transaction.user.updateMany({ data: { name: "Nobody" } });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await client.user.findMany({ select: { name: true } })).toEqual([{ name: "Owner" }]);
  });

  test("a commit that fails is an error, not a success", async () => {
    const { client } = await open();
    await client.$executeRaw`
      CREATE TABLE IF NOT EXISTS note (number int UNIQUE DEFERRABLE INITIALLY DEFERRED)`;
    const failing = client.$transaction(async (transaction) => {
      await transaction.$executeRaw`INSERT INTO note VALUES (1), (1)`;
    });
    await expect(failing).rejects.toThrow("UniqueConstraintViolation");
    expect(await client.$queryRaw`SELECT number FROM note`).toEqual([]);
  });

  test("claims of a queue by SKIP LOCKED take each row once", async () => {
    const { client } = await open();
    await queueAttempts(client, 8);
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim(client)));
    const positions = claims.flat().map((row) => row.position);
    expect(positions).toHaveLength(8);
    expect(new Set(positions).size).toBe(8);
    expect(typeof positions[0]).toBe("bigint");
  });

  test("raw parameters and columns keep their types and their time zone", async () => {
    const { client } = await open();
    const at = new Date("2026-07-01T12:34:56.789Z");
    await client.$executeRaw`UPDATE "User" SET "createdAt" = ${at} WHERE id = ${ownerId}::uuid`;
    const rows = await client.$queryRaw`
      SELECT id, "createdAt", ${5n}::bigint AS big, ${7}::int AS small, ${{ a: [1] }}::jsonb AS json,
        "createdAt" = '2026-07-01T12:34:56.789Z' AS same
      FROM "User" WHERE id = ANY(${[ownerId]}::uuid[])`;
    expect(rows).toEqual([
      { id: ownerId, createdAt: at, big: 5n, small: 7, json: { a: [1] }, same: true },
    ]);
  });

  test("a row that exists already is told from other errors", async () => {
    const { client } = await open();
    const again = client.user.create({ data: { id: ownerId, name: "Again" } });
    const orphan = client.project.create({
      data: { id: generationId, userId: generationId, name: "Orphan" },
    });
    const errors = (await Promise.allSettled([again, orphan])).map((result) =>
      result.status === "rejected" ? result.reason : undefined,
    );
    expect(errors.map(isUniqueViolation)).toEqual([true, false]);
  });

  test("a notification arrives once its transaction has committed, and only then", async () => {
    const { client, listen } = await open();
    const heard = createInbox();
    const stop = await listen("atelier_test", heard.put);

    const failing = client.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_notify('atelier_test', 'rolled back')`;
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow();
    await client.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT pg_notify('atelier_test', 'committed')`;
      expect(heard.all).toEqual([]);
    });
    expect(await heard.take()).toBe("committed");

    await stop();
    await client.$executeRaw`SELECT pg_notify('atelier_test', 'too late')`;
    expect(heard.all).toEqual(["committed"]);
  });

  test("a channel is heard by each who listens, and one may stop", async () => {
    const { client, listen } = await open();
    const [first, second] = [createInbox(), createInbox()];
    const stopFirst = await listen("atelier_test", first.put);
    const stopSecond = await listen("atelier_test", second.put);
    await client.$executeRaw`SELECT pg_notify('atelier_test', 'both')`;
    expect([await first.take(), await second.take()]).toEqual(["both", "both"]);

    await stopFirst();
    await client.$executeRaw`SELECT pg_notify('atelier_test', 'one')`;
    expect(await second.take()).toBe("one");
    expect(first.all).toEqual(["both"]);
    await stopSecond();
  });

  test("50 transactions at once all succeed, in turn", async () => {
    const { client } = await open();
    const numbers = await Promise.all(
      Array.from({ length: 50 }, () =>
        client.$transaction(async (transaction) => {
          const owner = await transaction.user.update({
            where: { id: ownerId },
            data: { eventSequence: { increment: 1 } },
            select: { eventSequence: true },
          });
          return owner.eventSequence;
        }),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });
});

async function queueAttempts(client: Database["client"], count: number): Promise<void> {
  await client.batch.create({ data: batchRow({ id: generationId, userId: ownerId }) });
  await client.generation.create({
    data: {
      id: generationId,
      userId: ownerId,
      batchId: generationId,
      prompt: "A cat",
      parameters: {},
      gatewayId: localGatewayId,
      state: "queued",
    },
  });
  await client.attempt.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      id: `01980000-0000-7000-8000-00000000010${index}`,
      userId: ownerId,
      generationId,
      gatewayId: localGatewayId,
      index,
      state: "queued",
    })),
  });
}

function claim(client: Database["client"]): Promise<{ position: bigint }[]> {
  return client.$queryRaw`
    UPDATE "Attempt" SET state = 'claimed', "leaseUntil" = now() + make_interval(secs => ${30}), fence = fence + 1
    WHERE id = (
      SELECT id FROM "Attempt" WHERE state = 'queued' AND ("notBefore" IS NULL OR "notBefore" <= ${new Date()})
      ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING *`;
}

function createInbox() {
  const all: string[] = [];
  let arrived = Promise.withResolvers<string>();
  return {
    all,
    put: (payload: string) => {
      all.push(payload);
      arrived.resolve(payload);
    },
    take: async () => {
      const payload = await arrived.promise;
      arrived = Promise.withResolvers<string>();
      return payload;
    },
  };
}
