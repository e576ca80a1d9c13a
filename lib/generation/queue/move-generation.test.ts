import { v7 as uuidv7 } from "uuid";
import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { expectStudioEvents } from "#lib/events/test-studio-events.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { onlyGeneration, singleRequest } from "#lib/generation/batch/test-single.ts";
import { beforeTransaction } from "#lib/generation/faults/test-before-transaction.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { moveGeneration } from "#lib/generation/queue/move-generation.server.ts";
import { addForeignGeneration } from "#lib/generation/queue/test-foreign-generation.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { Database, PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("the order of the queue", (open) => {
  let studio: TestStudio;
  let client: PrismaClient;
  let database: Database;
  afterEach(() => studio.close());

  /** Presses for these prompts, one after the other; their ids by prompt. */
  const waitFor = async (prompts: readonly string[], n = 1) => {
    database = await open();
    studio = await createTestStudio(database);
    client = studio.context.client;
    const ids: Record<string, string> = {};
    for (const prompt of prompts) ids[prompt] = (await studio.submit(prompt, { n })).id;
    return (prompt: string) => ids[prompt] ?? "";
  };
  const move = (id: string, after: string | null, using = client) =>
    moveGeneration(using, { userId, id, after });
  const claim = () => claimAttempt(client, { owner: "a", gateways: freeGateways });
  /** The prompts in the order in which they are claimed, until none is left. */
  const claimAll = async () => {
    const prompts: string[] = [];
    for (let one = await claim(); one; one = await claim()) prompts.push(one.request.prompt);
    return prompts.join(" ");
  };
  const eventsOf = async () => (await readEvents(client, { userId, after: 0 })) ?? [];
  const pressToFront = (prompt: string, key = uuidv7()) =>
    studio.context.gateways().then((gateways) =>
      createBatch(
        { client, gateways, hitFailpoint: () => {} },
        {
          userId,
          idempotencyKey: key,
          request: singleRequest({ prompt, n: 2, size: "256x256", toFront: true }),
        },
      ),
    );

  test("what is moved to the front is asked for first, all of its pictures, and the others stay in their order", async () => {
    const idOf = await waitFor(["a", "b", "c"], 2);
    await move(idOf("c"), null);
    expect(await claimAll()).toBe("c c a a b b");
  });

  test("what is moved comes after the one that was named, earlier or later", async () => {
    const idOf = await waitFor(["a", "b", "c", "d"]);
    await move(idOf("d"), idOf("a"));
    await move(idOf("a"), idOf("c"));
    expect(await claimAll()).toBe("d b c a");
  });

  test("after one that was claimed meanwhile is where that stood: before all that wait", async () => {
    const idOf = await waitFor(["a", "b", "c"]);
    const racing = beforeTransaction(client, async () => {
      await claim();
    });
    await move(idOf("c"), idOf("a"), racing);
    expect(await claimAll()).toBe("c b");
  });

  test("what was claimed stays where it is, and what of it still waits is moved", async () => {
    const idOf = await waitFor(["a", "b"], 2);
    await claim();
    await move(idOf("b"), null);
    await move(idOf("a"), null);
    expect(await claimAll()).toBe("a b b");
  });

  test.each(["claimed", "stopped"])("what is %s cannot be moved any more", async (how) => {
    const idOf = await waitFor(["a", "b"]);
    const id = idOf("a");
    if (how === "claimed") await claim();
    else await stopGeneration({ client, hitFailpoint: () => {} }, { userId, id });
    await expect(move(id, null)).rejects.toMatchObject({ code: "conflict" });
    expect(await claimAll()).toBe("b");
  });

  test("somebody else's is not there, neither to be moved nor to come after", async () => {
    const idOf = await waitFor(["a"]);
    const theirs = await addForeignGeneration(client, "theirs");
    await expect(move(theirs, null)).rejects.toMatchObject({ code: "not_found" });
    await expect(move(idOf("a"), theirs)).rejects.toMatchObject({
      code: "invalid_request",
      field: "after",
    });
    await expect(move(uuidv7(), null)).rejects.toMatchObject({ code: "not_found" });
  });

  test("nobody else's turn comes later by it", async () => {
    const idOf = await waitFor(["a"]);
    await addForeignGeneration(client, "theirs");
    const { id } = await studio.submit("b");
    await move(id, null);
    expect(await claimAll()).toBe("b theirs a");
    expect(idOf("a")).not.toBe(id);
  });

  test("moves at once come one after the other, and lose nothing", async () => {
    const prompts = ["a", "b", "c", "d", "e", "f"];
    const idOf = await waitFor(prompts, 2);
    await Promise.all(["c", "e", "f", "b"].map((prompt) => move(idOf(prompt), null)));
    const order = await claimAll();
    expect(order.split(" ").sort()).toEqual(prompts.flatMap((prompt) => [prompt, prompt]));
    expect(order).toMatch(/a a d d$/);
    const { entries } = await listQueue(client, userId);
    expect(new Set(entries.map(({ position }) => position)).size).toBe(12);
  });

  test("every tab is told where those stand now whose place is another, and nothing when none is", async () => {
    const idOf = await waitFor(["a", "b", "c"]);
    const before = await listQueue(client, userId);
    await move(idOf("b"), null);
    await move(idOf("b"), null);

    const told = (await eventsOf()).filter(({ type }) => type === "queue-reordered");
    expect(told).toHaveLength(1);
    const [first, second] = before.entries;
    expect(told[0]?.data).toEqual({
      places: [
        { id: second?.id, generationId: idOf("b"), position: first?.position },
        { id: first?.id, generationId: idOf("a"), position: second?.position },
      ],
    });
    const after = await listQueue(client, userId);
    expect(after.entries.map(({ generationId }) => generationId)).toEqual(
      ["b", "a", "c"].map(idOf),
    );
    await expectStudioEvents(client);
  });

  test("a press can say that it comes before all that wait: it is told with its place, once, however often it is sent", async () => {
    await waitFor(["a", "b"]);
    const key = uuidv7();
    const { batch } = await pressToFront("c", key);
    const again = await pressToFront("c", key);

    expect(again).toMatchObject({ isNew: false, batch: { id: batch.id } });
    const { entries } = await listQueue(client, userId);
    const { attempts, parameters } = onlyGeneration(batch);
    expect(parameters).toEqual({ prompt: "c", n: 2, size: "256x256" });
    expect(attempts.map(({ position }) => position)).toEqual(
      entries.slice(0, 2).map(({ position }) => position),
    );
    expect((await eventsOf()).filter(({ type }) => type === "queue-reordered")).toHaveLength(1);
    expect(await claimAll()).toBe("c c a b");
  });

  test("a retry stands after what it repeats, though its place is an earlier one by now", async () => {
    const idOf = await waitFor(["a", "b"]);
    const context = { client, hitFailpoint: () => {} };
    const { batchId, attempts } = await stopGeneration(context, { userId, id: idOf("b") });
    const ids = attempts.map(({ id }) => id);
    await retryBatch(context, { userId, id: batchId, attempts: ids });
    await move(idOf("b"), null);

    const generation = await getGeneration(client, { userId, id: idOf("b") });
    expect(generation.attempts.map(({ retryOfId }) => retryOfId)).toEqual([null, ...ids]);
    expect(await claimAll()).toBe("b a");
  });

  test("whoever looked at the queue while it was put in order looks again", async () => {
    const idOf = await waitFor(["a", "b"]);
    const isTold = Promise.withResolvers<void>();
    const unlisten = await database.listen("attempts", () => isTold.resolve());
    await move(idOf("b"), null);
    await isTold.promise;
    await unlisten();
  });
});
