import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { type ClaimedAttempt, claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a process that stands still between two looks at an attempt", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  /** Another takes the attempt over meanwhile, and gets no further. */
  const inherit = () => studio.context.client.$executeRaw`
    UPDATE "Attempt" SET fence = fence + 1, "leaseOwner" = 'heir',
      "leaseUntil" = clock_timestamp() + interval '30 s'`;
  const row = () =>
    studio.context.client.attempt.findFirstOrThrow({ select: { state: true, leaseOwner: true } });

  test("does not send under the fence of its heir", async () => {
    const { submit, context, gateway } = await build();
    await submit("a fox");
    const stalled = stallBeforeReading(context.client, "attempt", inherit);
    const claim = await claimAttempt(stalled, { owner: "zombie", gateways: freeGateways });
    await runAttempt(context, { claim: definite(claim), signal: new AbortController().signal });

    expect(gateway.ledger().charges).toEqual([]);
    expect(await row()).toEqual({ state: "claimed", leaseOwner: "heir" });
  });

  test("sends nothing that was declared lost after it had said that it sends", async () => {
    const { submit, context, gateway } = await build();
    await submit("a fox");
    const claim = await claimAttempt(context.client, { owner: "zombie", gateways: freeGateways });
    const client = stallBeforeReading(context.client, "input", async () => {
      await context.client
        .$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`;
      await recoverAttempts(context, { owner: "heir" });
    });
    const signal = new AbortController().signal;
    await runAttempt({ ...context, client }, { claim: definite(claim), signal });

    expect(gateway.ledger().charges).toEqual([]);
    expect(await row()).toMatchObject({ state: "unknown" });
  });

  test("and cannot read what goes along sends it later, for nothing had left", async () => {
    const { submit, context, gateway } = await build();
    const { id } = await submit("a fox");
    const claim = await claimAttempt(context.client, { owner: "a", gateways: freeGateways });
    const client = stallBeforeReading(context.client, "input", async () => {
      throw new Error("Connection terminated");
    });
    const signal = new AbortController().signal;
    await runAttempt({ ...context, client }, { claim: definite(claim), signal });

    expect(gateway.ledger().charges).toEqual([]);
    const { attempts } = await getGeneration(context.client, { userId, id });
    expect(attempts[0]).toMatchObject({ state: "queued", sentAt: null });
  });

  test("recovers nothing under the fence of its heir", async () => {
    const { submit, context } = await build();
    await submit("a fox");
    await claimAttempt(context.client, { owner: "dead", gateways: freeGateways });
    await context.client.$executeRaw`UPDATE "Attempt" SET state = 'sending',
      "leaseUntil" = clock_timestamp() - interval '1 s'`;
    const client = stallBeforeReading(context.client, "attempt", inherit);
    await recoverAttempts({ ...context, client }, { owner: "zombie" });

    expect(await row()).toEqual({ state: "sending", leaseOwner: "heir" });
  });
});

/** The same database, but that something happens before an attempt, or what goes along, is read for the first time. */
function stallBeforeReading(
  client: PrismaClient,
  table: "attempt" | "input",
  meanwhile: () => PromiseLike<unknown>,
): PrismaClient {
  let isFirst = true;
  const stalled = new Proxy(client[table], {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (!["findUniqueOrThrow", "findMany"].includes(String(name)) || typeof value !== "function")
        return value;

      return async (options: unknown) => {
        if (isFirst) {
          isFirst = false;
          await meanwhile();
        }
        return Reflect.apply(value, target, [options]);
      };
    },
  });
  return new Proxy(client, {
    get: (target, name) => (name === table ? stalled : Reflect.get(target, name)),
  });
}

function definite(claim: ClaimedAttempt | null): ClaimedAttempt {
  if (claim) return claim;
  throw new Error("Nothing was claimed.");
}
