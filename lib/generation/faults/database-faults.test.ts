import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { openPostgresStudio } from "#lib/generation/faults/test-postgres-studio.ts";
import type { TestStudio } from "#lib/generation/faults/test-studio.ts";
import { until } from "#lib/generation/faults/test-until.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import type { Runner } from "#lib/generation/run/runner.server.ts";
import { newPostgresUrl, startOwnPostgres } from "#lib/platform/database/test-database.ts";
import { startDatabaseProxy } from "#lib/platform/database/test-database-proxy.ts";

// The embedded database lives in the studio's own process: it is gone when the studio is, and not before.

const generations = 20;

/** A connection that goes to the database by another way than the studio's. */
async function look(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl);
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function recover({ context }: TestStudio): Promise<void> {
  await context.client
    .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`;
  await recoverAttempts(context, { owner: "after the fault" });
}

test.each([
  ["refuses its connections", "cut"],
  ["falls silent", "freeze"],
] as const)(
  "a database that %s for 10 s, while an answer arrives, costs no picture and no second charge",
  async (_, how) => {
    const databaseUrl = await newPostgresUrl();
    const proxy = await startDatabaseProxy(databaseUrl);
    const studio = await openPostgresStudio(proxy.url);
    const { submit, start, ended, gateway, context } = studio;
    const eye = await look(databaseUrl);
    const isReceiving = Promise.withResolvers<void>();
    context.hitFailpoint = (point) => point === "receiving" && isReceiving.resolve();
    await start();
    const { id } = await submit("a fox [[hold-body:gate]]");
    await Promise.all([gateway.reached("gate"), isReceiving.promise]);

    const healed = wait(10_000);
    proxy[how]();
    gateway.release("gate");
    await gateway.idle();
    await healed;
    const { rows } = await eye.query(`SELECT state FROM "Attempt"`);
    const spooled = await context.spool.list();
    proxy.mend();
    await until(
      async () => (await context.spool.list()).length === 0,
      () => recover(studio),
    );
    const generation = await ended(id);

    expect(rows).toEqual([{ state: "receiving" }]);
    expect(spooled).toHaveLength(1);
    expect(generation).toMatchObject({ state: "succeeded", images: [{ width: 256 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(studio, [generation]);
  },
);

test("PostgreSQL bounced every 5 s under 20 generations loses none and buys none twice", async () => {
  const own = await startOwnPostgres();
  const studio = await openPostgresStudio(own.url);
  const runner = await studio.start();
  const submitting = submitMany(studio);
  for (const _ of [1, 2, 3]) {
    await wait(5_000);
    await own.stop();
    await own.start();
  }

  await expectAllKept(studio, { runner, submitted: await submitting });
});

test("connections cut at random under 20 generations lose none and buy none twice", async () => {
  const databaseUrl = await newPostgresUrl();
  const studio = await openPostgresStudio(databaseUrl);
  const eye = await look(databaseUrl);
  const runner = await studio.start();
  const submitting = submitMany(studio);
  for (const round of Array(60).keys()) {
    await wait((round * 97) % 300);
    await eye.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.5`,
    );
  }

  await expectAllKept(studio, { runner, submitted: await submitting });
});

/** Presses as a browser does: the same key again until it is answered. */
function submitMany({ submit }: TestStudio): Promise<GenerationView[]> {
  const submitUntilAnswered = async (number: number) => {
    const key = randomUUID();
    for (;;) {
      try {
        return await submit(`fox ${number} [[delay:2000]]`, { key });
      } catch {
        await wait(200);
      }
    }
  };
  return Promise.all(
    Array.from({ length: generations }, (_, number) => submitUntilAnswered(number)),
  );
}

async function expectAllKept(
  studio: TestStudio,
  { runner, submitted }: { runner: Runner; submitted: GenerationView[] },
): Promise<void> {
  const { client, spool } = studio.context;
  const isRunning = { state: { in: ["queued", "running"] } };
  await until(
    async () => (await client.generation.count({ where: isRunning })) === 0,
    () => recover(studio),
  );
  await studio.gateway.idle();
  // What was taken from its runner alive has brought its picture then.
  await runner.close({ graceMs: 30_000 });
  await until(
    async () => (await spool.list()).length === 0,
    () => recover(studio),
  );
  const ended = await Promise.all(submitted.map(({ id }) => studio.ended(id)));
  expect(await client.generation.count()).toBe(generations);
  await expectTruth(studio, ended);

  // What is unknown was never sent, as the ledger has shown: a person who asks again gets the rest.
  await studio.start();
  const whole = await Promise.all(ended.map((generation) => retryUnknown(studio, generation)));
  await studio.gateway.idle();
  expect(whole.map(({ state }) => state)).toEqual(whole.map(() => "succeeded"));
  expect(studio.gateway.ledger().charges).toHaveLength(generations);
}

async function retryUnknown(
  { context, ended }: TestStudio,
  { id, batchId, attempts }: GenerationView,
): Promise<GenerationView> {
  const unknown = attempts.filter(({ state }) => state === "unknown").map((attempt) => attempt.id);
  if (unknown.length > 0) await retryBatch(context, { userId, id: batchId, attempts: unknown });
  return ended(id);
}

/** Ledger, rows, spool and log tell one story: what was delivered is kept, and nothing was charged twice. */
async function expectTruth(
  { context, gateway }: TestStudio,
  generations: GenerationView[],
): Promise<void> {
  const { charges } = gateway.ledger();
  for (const { attempts, images } of generations) {
    for (const { id, state } of attempts) {
      const states = charges.filter((one) => one.idempotencyKey === id).map((one) => one.state);
      expect(states).toEqual(state === "succeeded" ? ["delivered"] : []);
      expect(["succeeded", "unknown"]).toContain(state);
      expect(images.filter((image) => image.attemptId === id)).toHaveLength(states.length);
    }
  }

  const events = await context.client.event.findMany({ orderBy: { sequence: "asc" } });
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
  expect(await context.spool.list()).toEqual([]);
}
