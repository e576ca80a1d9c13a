import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { singleRequest } from "#lib/generation/batch/test-single.ts";
import { createMortalContext } from "#lib/generation/faults/test-mortal-context.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { expectTruth } from "#lib/generation/faults/test-truth.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a process that is killed while it takes a press", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  /** Another process carries out what is left of the generation, and stops in order. */
  const restartUntilEnded = async (id: string) => {
    const runner = await studio.start();
    const generation = await studio.ended(id);
    await runner.close({ graceMs: 10_000 });
    return generation;
  };

  test("before its create commits has made nothing, and the same press makes one", async () => {
    const { context, submit, gateway } = await build();
    const mortal = createMortalContext(context, { at: "create-writing" });
    const dying = { ...mortal.context, client: context.client, gateways: await context.gateways() };
    const request = singleRequest({ prompt: "a fox", n: 2, size: "256x256" });
    const creating = createBatch(dying, { userId, idempotencyKey: "one-intent", request });
    await expect(creating).rejects.toThrow("killed");
    const before = await context.client.generation.count();
    const { id } = await submit("a fox", { n: 2, key: "one-intent" });
    const generation = await restartUntilEnded(id);

    expect(before).toBe(0);
    expect(generation.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(2);
    await expectTruth(studio, generation);
  });

  test("after its create committed, before it answered, has made one, and the same press finds it", async () => {
    const { context, submit, gateway } = await build();
    const mortal = createMortalContext(context, { at: "create-committed" });
    const dying = { ...mortal.context, client: context.client, gateways: await context.gateways() };
    const request = singleRequest({ prompt: "a fox", n: 2, size: "256x256" });
    const creating = createBatch(dying, { userId, idempotencyKey: "one-intent", request });
    await expect(creating).rejects.toThrow("killed");
    const { id } = await submit("a fox", { n: 2, key: "one-intent" });
    const generation = await restartUntilEnded(id);

    expect(await context.client.generation.count()).toBe(1);
    expect(gateway.ledger().charges).toHaveLength(2);
    await expectTruth(studio, generation);
  });

  test("in the middle of a stop has stopped a part, and the next press stops the rest", async () => {
    const { context, submit, start, ended, gateway } = await build();
    const { id } = await submit("a fox", { n: 3 });
    const { hitFailpoint } = createMortalContext(context, { at: "stopping" }).context;
    const stopping = stopGeneration({ client: context.client, hitFailpoint }, { userId, id });
    await expect(stopping).rejects.toThrow("killed");
    const canceled = await context.client.attempt.count({ where: { state: "canceled" } });
    const stopped = await stopGeneration(context, { userId, id });
    await start();

    expect(canceled).toBe(1);
    expect(stopped.state).toBe("canceled");
    await expectTruth(studio, await ended(id));
    expect(gateway.ledger().charges).toEqual([]);
  });

  test("before a retry commits has repeated nothing, and the same press repeats it once", async () => {
    const { context, submit, start, ended, gateway } = await build();
    const runner = await start();
    const failed = await ended((await submit("a fox [[once:403]]")).id);
    await runner.close({ graceMs: 10_000 });
    const { id, batchId, attempts } = failed;
    const asked = { userId, id: batchId, attempts: attempts.map((attempt) => attempt.id) };
    const { hitFailpoint } = createMortalContext(context, { at: "retry-writing" }).context;
    const retrying = retryBatch({ client: context.client, hitFailpoint }, asked);
    await expect(retrying).rejects.toThrow("killed");
    const before = await context.client.attempt.count();
    await retryBatch(context, asked);
    const generation = await restartUntilEnded(id);

    expect(before).toBe(1);
    expect(generation).toMatchObject({ state: "succeeded" });
    expect(generation.attempts).toHaveLength(2);
    expect(gateway.ledger().charges).toHaveLength(1);
    await expectTruth(studio, generation);
  });
});
