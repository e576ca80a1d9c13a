import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { deleteBatch } from "#lib/generation/batch/delete-batch.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("stopping a generation", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  const stop = (id: string) => stopGeneration(studio.context, { userId, id });
  const hangUp = (id: string) => stopGeneration(studio.context, { userId, id, hangsUp: true });
  afterEach(() => studio.close());

  test("before anything is sent cancels it, for certain and free", async () => {
    const { submit, start, ended, gateway } = await build();
    const { id } = await submit("a fox", { n: 2 });
    const stopped = await stop(id);
    await start();
    await ended((await submit("another")).id);

    expect(stopped.state).toBe("canceled");
    expect(stopped.attempts.map((attempt) => attempt.charged)).toEqual(["no", "no"]);
    expect(gateway.ledger().charges.map((charge) => charge.prompt)).toEqual(["another"]);
  });

  test("between its claim and its sending still cancels it: the runner that holds it sends nothing", async () => {
    const { submit, context, gateway } = await build();
    const { id } = await submit("a fox");
    const claim = await claimAttempt(context.client, { owner: "runner", gateways: freeGateways });
    if (!claim) throw new Error("nothing was claimed");
    const stopped = await stop(id);
    await runAttempt(context, { claim, signal: new AbortController().signal });

    expect(stopped.state).toBe("canceled");
    expect(gateway.ledger().charges).toEqual([]);
  });

  test("once after it is sent stops waiting: the paid picture is still kept, and hidden", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    const stopping = await stop(id);
    gateway.release("gate");
    const generation = await ended(id);

    expect(stopping.attempts[0]).toMatchObject({ state: "sending" });
    expect(stopping.attempts[0]?.stopRequestedAt).not.toBeNull();
    expect(generation.images).toMatchObject([{ isHidden: true }]);
    expect(generation.attempts[0]).toMatchObject({ state: "succeeded", charged: "yes" });
  });

  test("asked for twice is one press, as by two tabs, or after an answer that was lost: the picture is kept", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    await Promise.all([stop(id), stop(id)]);
    await stop(id);
    gateway.release("gate");

    expect((await ended(id)).images).toMatchObject([{ isHidden: true }]);
  });

  test("and then hanging up says that it was likely charged", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    await stop(id);
    await hangUp(id);
    const generation = await ended(id);
    gateway.release("gate");

    expect(generation.attempts[0]).toMatchObject({
      state: "failed",
      charged: "likely",
      error: { code: "stopped" },
    });
  });

  test("must have been asked for before what is hung up on: until then hanging up only stops waiting", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { id } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    await hangUp(id);
    gateway.release("gate");

    expect((await ended(id)).images).toMatchObject([{ isHidden: true }]);
  });

  test("leaves alone what has ended", async () => {
    const { submit, start, ended } = await build();
    await start();
    const before = await ended((await submit("a fox")).id);
    expect(await stop(before.id)).toEqual(before);
  });

  test("comes before deleting: what may be paid for cannot be thrown away", async () => {
    const { submit, context } = await build();
    const { batchId } = await submit("a fox");
    await expect(deleteBatch(context.client, { userId, id: batchId })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
