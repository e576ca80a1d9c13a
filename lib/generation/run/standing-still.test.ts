import { afterEach, expect, test } from "vitest";
import { type ClaimedAttempt, claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a process that stands still between a claim and reading it", (open) => {
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
    const stalled = stallBeforeReading(context.client, inherit);
    const claim = await claimAttempt(stalled, { owner: "zombie", gateways: freeGateways });
    await runAttempt(context, { claim: definite(claim), signal: new AbortController().signal });

    expect(gateway.ledger().charges).toEqual([]);
    expect(await row()).toEqual({ state: "claimed", leaseOwner: "heir" });
  });

  test("recovers nothing under the fence of its heir", async () => {
    const { submit, context } = await build();
    await submit("a fox");
    await claimAttempt(context.client, { owner: "dead", gateways: freeGateways });
    await context.client.$executeRaw`UPDATE "Attempt" SET state = 'sending',
      "leaseUntil" = clock_timestamp() - interval '1 s'`;
    const client = stallBeforeReading(context.client, inherit);
    await recoverAttempts({ ...context, client }, { owner: "zombie" });

    expect(await row()).toEqual({ state: "sending", leaseOwner: "heir" });
  });
});

/** The same database, but that something happens before an attempt is read for the first time. */
function stallBeforeReading(
  client: PrismaClient,
  meanwhile: () => PromiseLike<unknown>,
): PrismaClient {
  let isFirst = true;
  const attempt: PrismaClient["attempt"] = new Proxy(client.attempt, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "findUniqueOrThrow" || typeof value !== "function") return value;

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
    get: (target, name) => (name === "attempt" ? attempt : Reflect.get(target, name)),
  });
}

function definite(claim: ClaimedAttempt | null): ClaimedAttempt {
  if (claim) return claim;
  throw new Error("Nothing was claimed.");
}
