import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { localOwnerId } from "#lib/account/local-owner.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { createTestStudio } from "#lib/generation/faults/test-studio.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { readMigrations } from "#lib/platform/database/migration/read-migrations.server.ts";
import { newPostgresUrl } from "#lib/platform/database/test-database.ts";
import { openDatabase } from "#lib/services/open-database.server.ts";

/** Work that the first version had in flight when it was stopped for the upgrade, and what the new one makes of it. */
const inFlight = [
  { state: "queued", hasImage: false, becomes: "succeeded" },
  { state: "claimed", hasImage: false, becomes: "succeeded" },
  { state: "sending", hasImage: false, becomes: "unknown" },
  { state: "receiving", hasImage: false, becomes: "unknown" },
  { state: "receiving", hasImage: true, becomes: "succeeded" },
  { state: "storing", hasImage: true, becomes: "succeeded" },
];

/** What the first version wrote into the spool beside a picture. */
const words = { url: null, revisedPrompt: null, delivered: {}, costMicros: 40_000 };

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-upgrade-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe.each([
  { kind: "PGlite", newUrl: async () => undefined },
  { kind: "PostgreSQL", newUrl: newEmptyPostgres },
])("an upgrade, on $kind", ({ newUrl }) => {
  test("carries on with what was in flight: nothing is lost, and nothing bought twice", async () => {
    const place = { databaseUrl: await newUrl(), dataDir: await temporaryFolder() };
    const migrationsDir = await temporaryFolder();
    const [first = ""] = (await readMigrations("prisma/migrations")).map(({ name }) => name);
    await cp(join("prisma/migrations", first), join(migrationsDir, first), { recursive: true });
    const before = await openDatabase({ ...place, migrationsDir });
    const works = [];
    for (const work of inFlight)
      works.push({ ...work, ...(await write(before.client, work.state)) });
    await before.close();

    const after = await openDatabase(place);
    onTestFinished(() => after.close());
    const studio = await createTestStudio(after);
    const { spool } = studio.context;
    for (const { attemptId, hasImage } of works) {
      const bytes = await studio.image();
      if (hasImage) await spool.write(attemptId, 0, { meta: words, bytes });
    }
    const runner = await studio.start();
    const ended = await Promise.all(works.map(({ id }) => studio.ended(id)));
    await runner.close({ graceMs: 10_000 });
    const left = await spool.list();
    const charged = studio.gateway.ledger().charges.map((charge) => charge.idempotencyKey);
    await studio.close();

    expect(ended.map(({ state }) => state)).toEqual(works.map(({ becomes }) => becomes));
    expect(ended.map(({ images }) => images.length)).toEqual(
      works.map(({ becomes }) => (becomes === "succeeded" ? 1 : 0)),
    );
    expect(charged.toSorted()).toEqual(
      works
        .filter(({ state }) => ["queued", "claimed"].includes(state))
        .map(({ attemptId }) => attemptId)
        .toSorted(),
    );
    expect(left).toEqual([]);
  });
});

/** The rows of one press as the first version left them, its lease run out. */
async function write(client: PrismaClient, state: string) {
  const id = crypto.randomUUID();
  const attemptId = crypto.randomUUID();
  const parameters = JSON.stringify({ prompt: `a fox, ${state}`, size: "64x64" });
  await client.$executeRaw`
    INSERT INTO "Batch" (id, "userId", "idempotencyKey", "requestHash", kind, spec)
    VALUES (${id}::uuid, ${localOwnerId}::uuid, ${id}, '', 'single', '{}')`;
  await client.$executeRaw`
    INSERT INTO "Generation" (id, "userId", "batchId", "gatewayId", prompt, parameters, state)
    VALUES (${id}::uuid, ${localOwnerId}::uuid, ${id}::uuid, ${givenGatewayId}::uuid, ${`a fox, ${state}`},
      ${parameters}::jsonb, ${state === "queued" ? "queued" : "running"})`;
  await client.$executeRaw`
    INSERT INTO "Attempt" (id, "userId", "generationId", "gatewayId", index, state, fence, "leaseOwner", "leaseUntil", "sentAt")
    VALUES (${attemptId}::uuid, ${localOwnerId}::uuid, ${id}::uuid, ${givenGatewayId}::uuid, 0, ${state}, 1, 'the first version',
      clock_timestamp() - interval '1 s', clock_timestamp() - interval '1 min')`;
  await client.$executeRaw`
    INSERT INTO "Event" ("userId", sequence, type, data)
    SELECT ${localOwnerId}::uuid, count(*) + 1, 'generation-queued', '{}' FROM "Event"`;
  await client.$executeRaw`
    UPDATE "User" SET "eventSequence" = (SELECT count(*) FROM "Event")`;
  return { id, attemptId };
}

async function newEmptyPostgres(): Promise<string> {
  const url = await newPostgresUrl();
  const client = new pg.Client(url);
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await client.end();
  return url;
}
