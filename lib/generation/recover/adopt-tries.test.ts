import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { deleteBatch, restoreBatch } from "#lib/generation/batch/delete-batch.server.ts";
import {
  createMortalContext,
  type MortalContext,
} from "#lib/generation/faults/test-mortal-context.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { getAnswer } from "#lib/generation/get-answer.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { saveAgain } from "#lib/generation/save-again.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a spooled picture whose decoding brings the process down", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  /** An attempt whose picture is in the spool, and whose runner is gone. */
  const submitAndSpool = async () => {
    studio = await createTestStudio(await open());
    const { id, attempts } = await studio.submit("a fox");
    const attemptId = attempts[0]?.id ?? "";
    await claimAttempt(studio.context.client, { owner: "dead", gateways: freeGateways });
    await studio.context.client.attempt.updateMany({ data: { state: "receiving" } });
    const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
    await studio.context.spool.write(attemptId, 0, { meta, bytes: await studio.image() });
    return { id, attemptId };
  };
  const recoverUntilDeath = async () => {
    await createTestQueue(studio).expireLeases();
    const mortal = createMortalContext(studio.context);
    recoverAttempts(dieDecoding(mortal), { owner: "mortal" }).catch(() => {});
    await mortal.died;
  };
  const recover = async () => {
    await createTestQueue(studio).expireLeases();
    await recoverAttempts(studio.context, { owner: "recovery" });
  };
  const row = (id: string) =>
    studio.context.client.attempt.findUniqueOrThrow({
      where: { id },
      select: { state: true, errorCode: true, adoptCount: true, leaseUntil: true },
    });

  test("is tried twice, and then waits for a person while the others go on", async () => {
    const { id, attemptId } = await submitAndSpool();
    await recoverUntilDeath();
    const once = await row(attemptId);
    await recoverUntilDeath();
    await recover();
    const given = await row(attemptId);
    await recoverAttempts(studio.context, { owner: "recovery" });
    await studio.start();
    const other = await studio.ended((await studio.submit("another")).id);
    const left = await row(attemptId);
    await saveAgain(studio.context.client, { userId, id });
    const saved = await studio.ended(id);

    expect(once).toMatchObject({ state: "storing", adoptCount: 1 });
    expect(given).toEqual({
      state: "storing",
      errorCode: "decode_interrupted",
      adoptCount: 2,
      leaseUntil: null,
    });
    expect(other.state).toBe("succeeded");
    expect(left).toEqual(given);
    expect(saved).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
  });

  test("can be saved as it came while it waits, and is given up by a second Stop: it may have cost, and Save again tries it still", async () => {
    const { id, attemptId } = await submitAndSpool();
    const { context } = studio;
    await recoverUntilDeath();
    await recoverUntilDeath();
    await recover();
    const waiting = await getAnswer(context, { userId, attemptId });
    const stopping = await stopGeneration(context, { userId, id });
    const given = await stopGeneration(context, { userId, id, hangsUp: true });
    await recoverAttempts(context, { owner: "recovery" });
    const left = await getGeneration(context.client, { userId, id });
    const kept = await getAnswer(context, { userId, attemptId });
    await deleteBatch(context.client, { userId, id: left.batchId });
    await restoreBatch(context.client, { userId, id: left.batchId });
    await saveAgain(context.client, { userId, id });
    await recoverAttempts(context, { owner: "recovery" });

    const image = Buffer.from(await studio.image());
    expect(waiting).toMatchObject({ contentType: "image/png", isWhole: true });
    expect(image.equals(waiting.bytes)).toBe(true);
    expect(stopping.attempts).toMatchObject([{ state: "storing", answerBytes: image.length }]);
    expect(given).toMatchObject({
      state: "failed",
      attempts: [{ state: "failed", charged: "likely", error: { code: "decode_interrupted" } }],
    });
    expect(left).toEqual(given);
    expect(image.equals(kept.bytes)).toBe(true);
    expect(await getGeneration(context.client, { userId, id })).toMatchObject({
      state: "succeeded",
      attempts: [{ charged: "yes", error: null }],
    });
  });

  test("is tried once more by Save again, not twice", async () => {
    const { id, attemptId } = await submitAndSpool();
    await recoverUntilDeath();
    await recoverUntilDeath();
    await recover();
    await saveAgain(studio.context.client, { userId, id });
    await recoverUntilDeath();
    await recover();

    expect(await row(attemptId)).toMatchObject({ errorCode: "decode_interrupted", adoptCount: 2 });
  });

  test.each(["unknown", "failed"] as const)(
    "counts as well when it turned up late, in %s",
    async (state) => {
      const { id, attemptId } = await submitAndSpool();
      const { client } = studio.context;
      await client.attempt.updateMany({ data: { state, leaseOwner: null, leaseUntil: null } });
      await recoverUntilDeath();
      await recoverUntilDeath();
      await recover();
      await recover();
      const given = await row(attemptId);
      await saveAgain(client, { userId, id });
      await recover();

      expect(given).toMatchObject({ state, errorCode: "decode_interrupted", adoptCount: 2 });
      expect(await row(attemptId)).toMatchObject({ state: "succeeded", adoptCount: 0 });
    },
  );
});

/** The context dies as soon as it is durable that a picture is with the decoder. */
function dieDecoding({ context, die }: MortalContext): RunContext {
  const { client } = context;
  const attempt = new Proxy(client.attempt, {
    get: (target, name) => {
      if (name !== "updateMany") return Reflect.get(target, name);
      return async (change: Parameters<typeof client.attempt.updateMany>[0]) => {
        const answer = await target.updateMany(change);
        if (Number(change.data.adoptCount ?? 0) === 0) return answer;
        die();
        // It never comes back, but gives its place with the decoder back: that is this process's as well.
        throw new Error("killed while decoding");
      };
    },
  });
  const dying = new Proxy(client, {
    get: (target, name) => (name === "attempt" ? attempt : Reflect.get(target, name)),
  });
  return { ...context, client: dying };
}
