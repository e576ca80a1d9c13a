import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { type ClaimedAttempt, claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { TestStudio } from "#lib/generation/faults/test-studio.ts";
import { claimHalfOpen } from "#lib/generation/pause/claim-half-open.server.ts";
import { type Clearing, clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import { runAttempt } from "#lib/generation/run/run-attempt.server.ts";

/** Works a studio's queue by hand, a step at a time, as a runner does. */
export function createTestQueue({ context, engine }: TestStudio) {
  const { client } = context;
  const keyId = engine.keyId ?? "";
  const gateways = [{ id: givenGatewayId, keyId }];

  return {
    keyId,
    claim: () => claimAttempt(client, { owner: "a", gateways }),
    probe: () => claimHalfOpen(client, { owner: "a", gateways }),
    /** Carries out what was claimed, to its end. */
    async run(claim: ClaimedAttempt | null, signal = new AbortController().signal) {
      if (!claim) throw new Error("nothing was claimed");
      await runAttempt(context, { claim, signal });
      return claim;
    },
    /** The time that the gateway had asked for is over. */
    async endWaiting() {
      await client.$executeRaw`
        UPDATE "Pause" SET "until" = clock_timestamp() - interval '1 s', "createdAt" = clock_timestamp() - interval '2 s'`;
      await client.$executeRaw`UPDATE "Attempt" SET "notBefore" = NULL`;
    },
    /** Whoever holds an attempt holds it no more. */
    expireLeases: () =>
      client.$executeRaw`UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s'`,
    pauses: () => listPauses(client, userId),
    lift: (clearing: Clearing) => clearPauses(client, { userId, clearing }),
    /** What the browsers were told of the pauses, in order. */
    async told() {
      const events = await readEvents(client, { userId, after: 0 });
      return (events ?? []).filter(({ type }) => type === "pauses-changed").map(({ data }) => data);
    },
  };
}
