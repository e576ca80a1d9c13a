import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { stopQueue } from "#lib/generation/queue/stop-queue.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("Stop of the whole queue", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  test("cancels all that waits, keeps what was sent, and tells how much of it may be billed", async () => {
    studio = await createTestStudio(await open());
    const { client } = studio.context;
    const queue = createTestQueue(studio);
    const sent = await studio.submit("a fox [[hold:gate]]");
    const waiting = await studio.submit("an owl", { n: 3 });
    const running = queue.run(await queue.claim());
    await studio.gateway.reached("gate");
    const stop = () => stopQueue({ client, hitFailpoint: () => {} }, userId);

    expect(await stop()).toEqual({ stopped: 4, sent: 1 });
    expect(await stop()).toEqual({ stopped: 0, sent: 0 });
    expect(await queue.claim()).toBeNull();
    studio.gateway.release("gate");
    await running;
    const stateOf = async (id: string) => (await getGeneration(client, { userId, id })).state;
    expect([await stateOf(sent.id), await stateOf(waiting.id)]).toEqual(["succeeded", "canceled"]);
    expect(studio.gateway.ledger().charges).toHaveLength(1);

    const events = (await readEvents(client, { userId, after: 0 })) ?? [];
    const told = events.filter(({ data }) => JSON.stringify(data).includes(waiting.id));
    expect(told.slice(-4)).toMatchObject([
      ...waiting.attempts.map(({ id }) => ({
        type: "attempt-ended",
        data: { attempt: { id, state: "canceled", charged: "no" }, generationState: "canceled" },
      })),
      { type: "generation-ended", data: { generationId: waiting.id, state: "canceled" } },
    ]);
  });

  test("leaves nothing to be begun, and paid for, once any of it is stopped", async () => {
    studio = await createTestStudio(await open());
    const { client } = studio.context;
    await studio.submit("a fox", { n: 2 });
    await studio.submit("an owl");
    const die = () => {
      throw new Error("killed");
    };

    await expect(stopQueue({ client, hitFailpoint: die }, userId)).rejects.toThrow("killed");
    expect(await createTestQueue(studio).claim()).toBeNull();
  });

  test("goes on past what has gone to the trash meanwhile", async () => {
    studio = await createTestStudio(await open());
    const { client } = studio.context;
    const queue = createTestQueue(studio);
    const gone = await studio.submit("a fox");
    const kept = await studio.submit("an owl");
    await queue.claim();
    await queue.claim();
    await client.generation.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });

    await stopQueue({ client, hitFailpoint: () => {} }, userId);
    expect((await getGeneration(client, { userId, id: kept.id })).state).toBe("canceled");
  });
});
