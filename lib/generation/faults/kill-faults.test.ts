import { afterEach, expect, test } from "vitest";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import {
  createMortalContext,
  type MortalContext,
} from "#lib/generation/faults/test-mortal-context.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { expectTruth } from "#lib/generation/faults/test-truth.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

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
        gateways: freeGateways,
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

  test.each([
    ["claimed", "succeeded", 1],
    ["sending", "unknown", 0],
    ["receiving", "unknown", 1],
    ["spooled", "succeeded", 1],
    ["storing", "succeeded", 1],
    ["keeping", "succeeded", 1],
    ["kept", "succeeded", 1],
  ] as const)("at %s ends %s, with %i charges", async (point, state, charges) => {
    const { submit, gateway } = await build();
    const { id } = await submit("a fox");
    await runUntil(point);
    const generation = await restartUntilEnded(id);

    await expectTruth(studio, generation);
    expect(generation.state).toBe(state);
    expect(generation.attempts).toHaveLength(1);
    expect(gateway.ledger().charges).toHaveLength(charges);
  });

  test("after the rename of its files and before their rows keeps the picture, once", async () => {
    const { context, submit, gateway } = await build();
    const { id } = await submit("a fox");
    const isStoring = Promise.withResolvers<void>();
    const mortal = createMortalContext(context, { at: "filed" });
    const { blobStore, hitFailpoint } = mortal.context;
    await runUntilDeath({
      ...mortal,
      context: {
        ...mortal.context,
        // Spooling and filing race; here the spool has won.
        blobStore: {
          ...blobStore,
          put: (...values) => isStoring.promise.then(() => blobStore.put(...values)),
        },
        hitFailpoint: (point) => {
          if (point === "storing") isStoring.resolve();
          hitFailpoint(point);
        },
      },
    });
    const rows = await context.client.image.count();
    const generation = await restartUntilEnded(id);

    expect(rows).toBe(0);
    expect(generation).toMatchObject({ state: "succeeded", images: [{ width: 256 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(studio, generation);
  });

  test.each([
    ["awaiting headers", "hold"],
    ["in mid body", "hold-body"],
  ])("%s says that the outcome is unknown, and does not buy again", async (_, marker) => {
    const { context, submit, gateway } = await build();
    const { id } = await submit(`a fox [[${marker}:gate]]`);
    const mortal = createMortalContext(context);
    const dead = runUntilDeath(mortal);
    await gateway.reached("gate");
    mortal.die();
    await dead;
    await gateway.idle();
    const generation = await restartUntilEnded(id);

    expect(generation).toMatchObject({ state: "unknown", attempts: [{ charged: null }] });
    expect(gateway.ledger().charges).toMatchObject([{ state: "abandoned" }]);
    await expectTruth(studio, generation);
  });

  test("when 2 of 4 pictures are stored keeps these, and says of the others what is known", async () => {
    const { submit, gateway } = await build();
    const { id } = await submit("a fox [[once:hold-body:gate times=2]]", { n: 4 });
    await runUntil("kept", { nth: 2 });
    const generation = await restartUntilEnded(id);

    expect(generation.state).toBe("partial");
    const states = generation.attempts.map((attempt) => attempt.state);
    expect(states.sort()).toEqual(["succeeded", "succeeded", "unknown", "unknown"]);
    expect(gateway.ledger().charges).toHaveLength(4);
    await expectTruth(studio, generation);
  });

  test("during its recovery, ten times, loses nothing and repeats nothing", async () => {
    const { context, submit, gateway } = await build();
    const { id } = await submit("a fox");
    await runUntil("storing");
    const points = ["taken-over", "adopting", "filed", "keeping", "taken-over"] as const;
    for (const point of [...points, ...points]) await recoverUntil(point);
    const rows = await context.client.image.count();
    const generation = await restartUntilEnded(id);

    expect(rows).toBe(0);
    expect(generation).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(studio, generation);
  });

  test.each(["kept", "recovered"] as const)(
    "during its recovery, at %s, has kept the picture, and the next one clears up",
    async (point) => {
      const { context, submit, ended } = await build();
      const { id } = await submit("a fox");
      await runUntil("storing");
      await recoverUntil(point);
      const rows = await context.client.image.count();
      await recoverAttempts(context, { owner: "next" });

      expect(rows).toBe(1);
      await expectTruth(studio, await ended(id));
    },
  );
});
