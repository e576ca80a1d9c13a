import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
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
  });
});
