import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { claimAttempt } from "#lib/generation/claim-attempt.server.ts";
import { createGeneration } from "#lib/generation/create-generation.server.ts";
import type { Failpoint } from "#lib/generation/failpoint.ts";
import type { GenerationView } from "#lib/generation/generation-view.ts";
import { recoverAttempts } from "#lib/generation/recover-attempts.server.ts";
import { retryAttempts } from "#lib/generation/retry-attempts.server.ts";
import { runAttempt } from "#lib/generation/run-attempt.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { createMortalContext, type MortalContext } from "#lib/generation/test-mortal-context.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

describeOnBothDatabases("a process that is killed", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  /** Claims all that is queued and carries it out until this process dies. */
  const runUntilDeath = async ({ context, signal, died }: MortalContext) => {
    for (;;) {
      const claim = await claimAttempt(studio.context.client, {
        owner: "killed",
        engines: ["gateway"],
      });
      if (!claim) break;
      runAttempt(context, { claim, signal }).catch(() => {});
    }
    await died;
  };
  const runUntil = (at: Failpoint, options: { nth?: number } = {}) =>
    runUntilDeath(createMortalContext(studio.context, { at, ...options }));
  const expireLeases = () =>
    studio.context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`;
  /** Another process takes over, carries out what is left of the generation, and stops in order. */
  const restartUntilEnded = async (id: string) => {
    await expireLeases();
    const runner = await studio.start();
    const generation = await studio.ended(id);
    await runner.close({ graceMs: 10_000 });
    return generation;
  };
  const recoverUntil = async (at: Failpoint) => {
    await expireLeases();
    const mortal = createMortalContext(studio.context, { at });
    recoverAttempts(mortal.context, { owner: "killed too" }).catch(() => {});
    await mortal.died;
  };

  /** What must be so whenever nothing is in flight: files, rows, spool and ledger tell one story. */
  const expectTruth = async ({ attempts, images }: GenerationView) => {
    await studio.gateway.idle();
    const { charges } = studio.gateway.ledger();
    for (const { id, state } of attempts) {
      const paid = charges.filter((charge) => charge.idempotencyKey === id);
      expect(paid.length).toBeLessThanOrEqual(1);
      const pictures = images.filter((image) => image.attemptId === id);
      expect(pictures).toHaveLength(state === "succeeded" ? 1 : 0);
      if (state === "succeeded") expect(paid).toHaveLength(1);
    }

    const { client, blobStore, spool } = studio.context;
    const rows = await client.image.findMany({ select: { hash: true, type: true, bytes: true } });
    for (const { hash, type, bytes } of rows) {
      expect(await blobStore.has(blobKey(hash, type), bytes)).toBe(true);
      for (const edge of ["320", "640"] as const)
        expect(await blobStore.open(thumbnailKey(hash, edge))).not.toBeNull();
    }
    const events = await client.event.findMany({ orderBy: { sequence: "asc" } });
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
    expect(await spool.list()).toEqual([]);
  };

  test("before its create commits has made nothing, and the same press makes one", async () => {
    const { context, engine, press, gateway } = await build();
    const mortal = createMortalContext(context, { at: "create-writing" });
    const dying = { client: context.client, engine, reach: mortal.context.reach };
    const request = { prompt: "a fox", n: 2, size: "256x256" };
    const creating = createGeneration(dying, { userId, idempotencyKey: "one-intent", request });
    await expect(creating).rejects.toThrow("killed");
    const before = await context.client.generation.count();
    const { id } = await press("a fox", { n: 2, key: "one-intent" });
    const generation = await restartUntilEnded(id);

    expect(before).toBe(0);
    expect(generation.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(2);
    await expectTruth(generation);
  });

  test("after its create committed, before it answered, has made one, and the same press finds it", async () => {
    const { context, engine, press, gateway } = await build();
    const mortal = createMortalContext(context, { at: "create-committed" });
    const dying = { client: context.client, engine, reach: mortal.context.reach };
    const request = { prompt: "a fox", n: 2, size: "256x256" };
    const creating = createGeneration(dying, { userId, idempotencyKey: "one-intent", request });
    await expect(creating).rejects.toThrow("killed");
    const { id } = await press("a fox", { n: 2, key: "one-intent" });
    const generation = await restartUntilEnded(id);

    expect(await context.client.generation.count()).toBe(1);
    expect(gateway.ledger().charges).toHaveLength(2);
    await expectTruth(generation);
  });

  test.each([
    ["claimed", "succeeded", 1],
    ["sending", "unknown", 0],
    ["receiving", "unknown", 1],
    ["spooled", "succeeded", 1],
    ["storing", "succeeded", 1],
    ["keeping", "succeeded", 1],
    ["kept", "succeeded", 1],
  ] as const)("at %s ends %s, with %i charges", async (point, state, charges) => {
    const { press, gateway } = await build();
    const { id } = await press("a fox");
    await runUntil(point);
    const generation = await restartUntilEnded(id);

    await expectTruth(generation);
    expect(generation.state).toBe(state);
    expect(generation.attempts).toHaveLength(1);
    expect(gateway.ledger().charges).toHaveLength(charges);
  });

  test("after the rename of its files and before their rows keeps the picture, once", async () => {
    const { context, press, gateway } = await build();
    const { id } = await press("a fox");
    const isStoring = Promise.withResolvers<void>();
    const mortal = createMortalContext(context, { at: "filed" });
    const { blobStore, reach } = mortal.context;
    await runUntilDeath({
      ...mortal,
      context: {
        ...mortal.context,
        // Spooling and filing race; here the spool has won.
        blobStore: {
          ...blobStore,
          put: (...values) => isStoring.promise.then(() => blobStore.put(...values)),
        },
        reach: (point) => {
          if (point === "storing") isStoring.resolve();
          reach(point);
        },
      },
    });
    const rows = await context.client.image.count();
    const generation = await restartUntilEnded(id);

    expect(rows).toBe(0);
    expect(generation).toMatchObject({ state: "succeeded", images: [{ width: 256 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(generation);
  });

  test.each([
    ["awaiting headers", "hold"],
    ["in mid body", "hold-body"],
  ])("%s says that the outcome is unknown, and does not buy again", async (_, marker) => {
    const { context, press, gateway } = await build();
    const { id } = await press(`a fox [[${marker}:gate]]`);
    const mortal = createMortalContext(context);
    const dead = runUntilDeath(mortal);
    await gateway.reached("gate");
    mortal.die();
    await dead;
    await gateway.idle();
    const generation = await restartUntilEnded(id);

    expect(generation).toMatchObject({ state: "unknown", attempts: [{ charged: null }] });
    expect(gateway.ledger().charges).toMatchObject([{ state: "abandoned" }]);
    await expectTruth(generation);
  });

  test("when 2 of 4 pictures are stored keeps these, and says of the others what is known", async () => {
    const { press, gateway } = await build();
    const { id } = await press("a fox [[once:hold-body:gate times=2]]", { n: 4 });
    await runUntil("kept", { nth: 2 });
    const generation = await restartUntilEnded(id);

    expect(generation.state).toBe("partial");
    const states = generation.attempts.map((attempt) => attempt.state);
    expect(states.sort()).toEqual(["succeeded", "succeeded", "unknown", "unknown"]);
    expect(gateway.ledger().charges).toHaveLength(4);
    await expectTruth(generation);
  });

  test("during its recovery, ten times, loses nothing and repeats nothing", async () => {
    const { context, press, gateway } = await build();
    const { id } = await press("a fox");
    await runUntil("storing");
    const points = ["taken-over", "adopting", "filed", "keeping", "taken-over"] as const;
    for (const point of [...points, ...points]) await recoverUntil(point);
    const rows = await context.client.image.count();
    const generation = await restartUntilEnded(id);

    expect(rows).toBe(0);
    expect(generation).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(generation);
  });

  test.each(["kept", "recovered"] as const)(
    "during its recovery, at %s, has kept the picture, and the next one clears up",
    async (point) => {
      const { context, press, ended } = await build();
      const { id } = await press("a fox");
      await runUntil("storing");
      await recoverUntil(point);
      const rows = await context.client.image.count();
      await recoverAttempts(context, { owner: "next" });

      expect(rows).toBe(1);
      await expectTruth(await ended(id));
    },
  );

  test("in the middle of a stop has stopped a part, and the next press stops the rest", async () => {
    const { context, press, start, ended, gateway } = await build();
    const { id } = await press("a fox", { n: 3 });
    const { reach } = createMortalContext(context, { at: "stopping" }).context;
    const stopping = stopGeneration({ client: context.client, reach }, { userId, id });
    await expect(stopping).rejects.toThrow("killed");
    const canceled = await context.client.attempt.count({ where: { state: "canceled" } });
    const stopped = await stopGeneration(context, { userId, id });
    await start();

    expect(canceled).toBe(1);
    expect(stopped.state).toBe("canceled");
    await expectTruth(await ended(id));
    expect(gateway.ledger().charges).toEqual([]);
  });

  test("before a retry commits has repeated nothing, and the same press repeats it once", async () => {
    const { context, press, start, ended, gateway } = await build();
    const runner = await start();
    const failed = await ended((await press("a fox [[once:403]]")).id);
    await runner.close({ graceMs: 10_000 });
    const { id, attempts } = failed;
    const asked = { userId, id, attempts: attempts.map((attempt) => attempt.id) };
    const { reach } = createMortalContext(context, { at: "retry-writing" }).context;
    const retrying = retryAttempts({ client: context.client, reach }, asked);
    await expect(retrying).rejects.toThrow("killed");
    const before = await context.client.attempt.count();
    await retryAttempts(context, asked);
    const generation = await restartUntilEnded(id);

    expect(before).toBe(1);
    expect(generation).toMatchObject({ state: "succeeded" });
    expect(generation.attempts).toHaveLength(2);
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(generation);
  });
});
