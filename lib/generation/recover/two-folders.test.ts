import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { Failpoint } from "#lib/generation/attempt/failpoint.ts";
import { createMortalContext } from "#lib/generation/faults/test-mortal-context.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { readQueueFigures } from "#lib/generation/read-queue-figures.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { createSpool } from "#lib/storage/spool/spool.server.ts";
import { identifySpoolFolder } from "#lib/storage/spool/spool-folder.server.ts";
import { told } from "#messages/test-told.ts";

describeOnBothDatabases("of two machines on one database, each with a folder", (open) => {
  /** The first studio has the gateway's ledger; `other` is one beside it, in a folder of its own. */
  const build = async () => {
    const database = await open();
    const first = await createTestStudio(database);
    const other = await createTestStudio(database);
    onTestFinished(async () => {
      await other.close();
      await first.close();
    });
    return { first, other };
  };
  /** Presses, and carries it out on the studio's machine until that dies. */
  const submitAndDie = async (studio: TestStudio, at: Failpoint) => {
    const { id } = await studio.submit("a fox");
    const mortal = createMortalContext(studio.context, { at });
    const claim = await claimAttempt(studio.context.client, {
      owner: "first:1",
      gateways: freeGateways,
    });
    if (!claim) throw new Error("nothing was claimed");
    runAttempt(mortal.context, { claim, signal: new AbortController().signal }).catch(() => {});
    await mortal.died;
    await studio.gateway.idle();
    return { id, attemptId: claim.id };
  };
  const recover = async ({ context }: TestStudio) => {
    await context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '2 min' WHERE "leaseUntil" IS NOT NULL`;
    await recoverAttempts(context, { owner: "recovery:1" });
  };
  const stateOf = ({ context }: TestStudio, id: string) =>
    context.client.attempt.findUniqueOrThrow({
      where: { id },
      select: { state: true, errorCode: true, charged: true, fence: true },
    });
  const give = async ({ context, image }: TestStudio, attemptId: string) => {
    const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: null };
    await context.spool.write(attemptId, 0, { meta, bytes: await image() });
  };

  test.each(["receiving", "storing", "keeping"] as const)(
    "one that died at %s is left alone by the other, told of, and kept when it is back",
    async (at) => {
      const { first, other } = await build();
      const { id, attemptId } = await submitAndDie(first, at);
      if (at === "receiving") await give(first, attemptId);
      const before = await stateOf(first, attemptId);
      await recover(other);
      await recover(other);
      const left = await stateOf(first, attemptId);
      const error = (await first.until("attempt-updated", id)).attempts[0]?.error;
      const figures = await readQueueFigures(first.context.client, { gateways: [] });
      await recover(first);
      const generation = await first.ended(id);

      expect(left).toEqual({ ...before, errorCode: "other_folder" });
      expect(told(error)).toMatch(/data folder of another process \(on first\)/);
      expect(figures).toMatchObject({ elsewhere: 1, abandoned: 0, storing: 0 });
      expect(generation).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
      expect(generation.images).toHaveLength(1);
      expect(first.gateway.ledger().charges).toHaveLength(1);
    },
  );

  test("one whose other process waits for its next try is told nothing yet", async () => {
    const { first, other } = await build();
    const { attemptId } = await submitAndDie(first, "storing");
    await first.context.client
      .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '5 s'`;
    const before = await stateOf(first, attemptId);
    await recoverAttempts(other.context, { owner: "other" });

    expect(await stateOf(first, attemptId)).toEqual(before);
  });

  test("what was claimed goes back to the queue, and what was sent becomes unknown, whoever held it", async () => {
    const { first, other } = await build();
    const claimed = await submitAndDie(first, "claimed");
    await recover(other);
    expect(await stateOf(first, claimed.attemptId)).toMatchObject({ state: "queued" });

    const { context } = first;
    await context.client.attempt.updateMany({ data: { state: "canceled" } });
    const sent = await submitAndDie(first, "sending");
    await recover(other);
    expect(await stateOf(first, sent.attemptId)).toMatchObject({ state: "unknown", charged: null });

    await give(first, sent.attemptId);
    await recover(first);
    expect(await stateOf(first, sent.attemptId)).toMatchObject({ state: "succeeded" });
  });

  test("a picture that turns up is adopted from failed, once, and an unusable one is not looked at again", async () => {
    const { first } = await build();
    const { attemptId } = await submitAndDie(first, "storing");
    await first.context.spool.remove(attemptId, [0]);
    await recover(first);
    const failed = await stateOf(first, attemptId);
    await give(first, attemptId);
    await recover(first);
    await recover(first);

    expect(failed).toMatchObject({ state: "failed", charged: "likely" });
    expect(await stateOf(first, attemptId)).toMatchObject({ state: "succeeded", charged: "yes" });
    expect(await first.context.client.image.count()).toBe(1);
  });

  test("one that will never come back is given up by the second press of Stop, and adopted if it does", async () => {
    const { first, other } = await build();
    const { id, attemptId } = await submitAndDie(first, "storing");
    await recover(other);
    for (const hangsUp of [false, true])
      await stopGeneration(other.context, { userId, id, hangsUp });
    await recover(other);
    const givenUp = await stateOf(first, attemptId);
    await recover(first);

    expect(givenUp).toMatchObject({ state: "failed", charged: "likely" });
    expect(await stateOf(first, attemptId)).toMatchObject({ state: "succeeded" });
  });

  test("one whose picture lies here is kept, under whatever name its folder went", async () => {
    const { first } = await build();
    const { attemptId } = await submitAndDie(first, "storing");
    await first.context.client.attempt.updateMany({ data: { spoolFolder: crypto.randomUUID() } });
    await recover(first);

    expect(await stateOf(first, attemptId)).toMatchObject({ state: "succeeded", charged: "yes" });
  });

  test("a moved folder takes along what is in it, and a copy leaves alone what is not", async () => {
    const { first } = await build();
    const { context } = first;
    const { attemptId } = await submitAndDie(first, "storing");
    const copy = await mkdtemp(join(tmpdir(), "atelier-copy-"));
    onTestFinished(() => rm(copy, { recursive: true }));
    await cp(first.directory, copy, { recursive: true });
    const folder = await identifySpoolFolder(copy);
    const spool = createSpool({ directory: join(copy, "spool") });
    await rename(join(copy, "spool"), join(copy, "away"));
    const there: TestStudio = { ...first, context: { ...context, folder, spool } };
    await recover(there);
    const left = await stateOf(first, attemptId);
    await rename(join(copy, "away"), join(copy, "spool"));
    await recover(there);

    expect(folder.id).not.toBe(context.folder.id);
    expect(left).toMatchObject({ state: "storing", errorCode: "other_folder" });
    expect(await stateOf(first, attemptId)).toMatchObject({ state: "succeeded" });
  });
});
