import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { saveAgain } from "#lib/generation/save-again.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { told as wordsOf } from "#messages/test-told.ts";

describeOnBothDatabases("a paid picture that there is no memory to decode", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  /** Presses where decoding may take so little that nothing can be decoded, and resolves when that is told. */
  const submitUntilTold = async () => {
    studio = await createTestStudio(await open());
    studio.context.decodeBytesMax = 1;
    const runner = await studio.start();
    const { id } = await studio.submit("a fox");
    const told = await studio.follow(id, (_, view) =>
      view.attempts.some(({ error }) => error?.code === "memory_short"),
    );
    return { told, runner };
  };
  const charges = () => studio.gateway.ledger().charges;

  test("waits in the spool and says why, and is kept once there is some, bought once", async () => {
    const { told, runner } = await submitUntilTold();
    const [waiting] = told.attempts;
    const spooled = await studio.context.spool.list();
    delete studio.context.decodeBytesMax;
    await saveAgain(studio.context.client, { userId, id: told.id });
    const generation = await studio.ended(told.id);
    await runner.close({ graceMs: 10_000 });

    expect(waiting).toMatchObject({ state: "storing", charged: null });
    expect(wordsOf(waiting?.error)).toMatch(/too large to be decoded here.*safe on the server/);
    expect(spooled).toEqual([waiting?.id]);
    expect(generation).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
    expect(charges()).toHaveLength(1);
  });

  test("is never called damaged, however often it is tried, and holds no other up", async () => {
    const { told, runner } = await submitUntilTold();
    await runner.close({ graceMs: 10_000 });
    const queue = createTestQueue(studio);
    for (let round = 0; round < 3; round += 1) {
      await queue.expireLeases();
      await recoverAttempts(studio.context, { owner: "recovery" });
    }
    const tried = await studio.context.client.attempt.findFirst({
      select: { state: true, errorCode: true, adoptCount: true },
    });

    expect(tried).toEqual({ state: "storing", errorCode: "memory_short", adoptCount: 0 });
    expect(told.attempts[0]?.notBefore).not.toBeNull();
    expect(charges()).toHaveLength(1);
  });
});
