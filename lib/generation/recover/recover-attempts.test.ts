import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { AppError } from "#lib/platform/errors.ts";

const words = { url: null, revisedPrompt: null, delivered: {}, costMicros: 40_000 };

describeOnBothDatabases("recovery", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  const recover = () => recoverAttempts(studio.context, { owner: "after the crash" });
  const expireLeases = () =>
    studio.context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`;
  const fence = async (id: string) =>
    studio.context.client.attempt.findUniqueOrThrow({ where: { id }, select: { fence: true } });

  /** An attempt whose runner died in this state. */
  const submitAndDieIn = async (state: AttemptState) => {
    const { submit, context } = studio;
    const { id, attempts } = await submit("a fox");
    await claimAttempt(context.client, { owner: "dead", gateways: freeGateways });
    await context.client.attempt.updateMany({ data: { state } });
    await expireLeases();
    return { id, attemptId: attempts[0]?.id ?? "" };
  };
  const image = () =>
    sharp({ create: { width: 64, height: 64, channels: 3, background: "teal" } })
      .png()
      .toBuffer();
  afterEach(() => studio.close());

  test("of what was claimed and not sent sends it, once", async () => {
    const { ended, start, gateway } = await build();
    const { id } = await submitAndDieIn("claimed");
    await recover();
    await start();

    expect(await ended(id)).toMatchObject({ state: "succeeded" });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test.each(["sending", "receiving"] as const)(
    "of what was %s says that the outcome is unknown, and does not send it again",
    async (state) => {
      const { ended, start, submit, gateway } = await build();
      const { id } = await submitAndDieIn(state);
      await recover();
      await start();
      await ended((await submit("another")).id);

      const generation = await ended(id);
      expect(generation).toMatchObject({ state: "unknown", attempts: [{ charged: null }] });
      expect(gateway.ledger().charges.map((charge) => charge.prompt)).toEqual(["another"]);
    },
  );

  test.each(["sending", "receiving", "storing"] as const)(
    "of what was %s with its picture in the spool keeps the picture",
    async (state) => {
      const { ended, context, gateway } = await build();
      const { id, attemptId } = await submitAndDieIn(state);
      await context.spool.write(attemptId, 0, { meta: words, bytes: await image() });
      await recover();

      const generation = await ended(id);
      expect(generation).toMatchObject({ state: "succeeded", images: [{ width: 64 }] });
      expect(generation.attempts[0]).toMatchObject({ charged: "yes", actualCostMicros: 40_000 });
      expect(await context.spool.list()).toEqual([]);
      expect(gateway.ledger().charges).toEqual([]);
    },
  );

  test.each([
    [[40_000, 2_000], 42_000],
    [[40_000, null], null],
  ])("that left pictures which cost %j says that they cost %j", async (costs, sum) => {
    const { ended, context } = await build();
    const { id, attemptId } = await submitAndDieIn("storing");
    const bytes = await image();
    for (const [index, costMicros] of costs.entries()) {
      await context.spool.write(attemptId, index, { meta: { ...words, costMicros }, bytes });
    }
    await recover();

    const { images, attempts } = await ended(id);
    expect(images).toHaveLength(2);
    expect(attempts[0]).toMatchObject({ charged: "yes", actualCostMicros: sum });
  });

  test("keeps a picture in the spool also when the gateway's key was taken away", async () => {
    const { ended, context } = await build();
    const { id, attemptId } = await submitAndDieIn("storing");
    await context.spool.write(attemptId, 0, { meta: words, bytes: await image() });
    context.engine = async () => null;
    await recover();

    expect(await ended(id)).toMatchObject({ state: "succeeded", images: [{ width: 64 }] });
  });

  test("touches nothing whose lease still holds", async () => {
    const { submit, context } = await build();
    const { attempts } = await submit("a fox");
    await claimAttempt(context.client, { owner: "alive", gateways: freeGateways });
    await context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = "leaseUntil" + interval '1 hour'`;
    const before = await fence(attempts[0]?.id ?? "");
    await recover();
    expect(await fence(attempts[0]?.id ?? "")).toEqual(before);
  });

  test("ten times at once is the same as once", async () => {
    const { ended, context } = await build();
    const { id, attemptId } = await submitAndDieIn("receiving");
    await context.spool.write(attemptId, 0, { meta: words, bytes: await image() });
    await Promise.all(Array.from({ length: 10 }, recover));
    expect((await ended(id)).images).toHaveLength(1);
  });

  test("fences off a runner that was only slow, and keeps the picture that it then brings", async () => {
    const { submit, start, gateway, ended, context, until } = await build();
    const runner = await start();
    const { id } = await submit("a fox [[hold-body:gate]]");
    await gateway.reached("gate");
    await expireLeases();
    await recover();
    const declared = await ended(id);
    gateway.release("gate");
    await runner.close({ graceMs: 10_000 });
    const lost = await context.client.image.count();
    const kept = until("image-stored", id);
    await recover();

    expect(declared.state).toBe("unknown");
    expect(lost).toBe(0);
    expect(await kept).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("stores what the store refused at first, without asking the gateway again", async () => {
    const { submit, start, context, gateway, ended } = await build();
    const { blobStore } = context;
    const put = blobStore.put;
    blobStore.put = async () => {
      throw new AppError("storage_unavailable", "the disk is full");
    };
    const runner = await start();
    const { id, attempts } = await submit("a fox [[hold:gate]]");
    await gateway.reached("gate");
    gateway.release("gate");
    await runner.close({ graceMs: 10_000 });
    const waiting = await context.client.attempt.findFirst({ select: { state: true } });
    blobStore.put = put;
    await expireLeases();
    await recover();

    expect(waiting).toEqual({ state: "storing" });
    expect(await ended(id)).toMatchObject({
      state: "succeeded",
      attempts: [{ id: attempts[0]?.id }],
    });
    expect(gateway.ledger().charges).toHaveLength(1);
  });
});
