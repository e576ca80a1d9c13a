import {
  type ClaimedAttempt,
  type ClaimOptions,
  claimNext,
} from "#lib/generation/attempt/claim-attempt.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

/** A probe that got no answer for so long holds up the others no more. */
const halfOpenSeconds = 60;

/**
 * Takes one attempt of a key whose pause is over but for the proof: until the gateway has let one in (`endPause`), one
 * at a time is sent. A whole queue that tried at once would be refused at once, and use up its tries. Null when there
 * is none, or one is out.
 */
export async function claimHalfOpen(
  client: PrismaClient,
  { owner, gateways }: ClaimOptions,
): Promise<ClaimedAttempt | null> {
  const keyed = gateways.flatMap(({ id, keyId }) =>
    keyId === null ? [] : [{ id, subject: keySubject(keyId) }],
  );
  if (keyed.length === 0) return null;

  const standing = await client.pause.findMany({
    where: { subject: { in: keyed.map(({ subject }) => subject) }, until: { not: null } },
    select: { subject: true },
    orderBy: { until: "asc" },
  });
  for (const { subject } of standing) {
    // Two gateways may be asked by one key.
    const own = keyed.filter((each) => each.subject === subject);
    const gatewayIds = own.map(({ id }) => id);
    const claim = await claimOfPause(client, { owner, subject, gatewayIds });
    if (claim) return claim;
  }
  return null;
}

function claimOfPause(
  client: PrismaClient,
  { owner, subject, gatewayIds }: { owner: string; subject: string; gatewayIds: string[] },
): Promise<ClaimedAttempt | null> {
  return client.$transaction(async (transaction) => {
    // The lock makes two processes that look at once take turns.
    const [due] = await transaction.$queryRaw<{ userId: string; until: Date }[]>`
      SELECT "userId"::text, "until" FROM "Pause"
      WHERE subject = ${subject} AND "until" <= clock_timestamp()
      LIMIT 1
      FOR UPDATE SKIP LOCKED`;
    if (!due) return null;

    return claimNext(transaction, {
      owner,
      condition: Prisma.sql`
        attempt."gatewayId" = ANY(${gatewayIds}::uuid[]) AND attempt."userId" = ${due.userId}::uuid
        AND NOT EXISTS (
          SELECT 1 FROM "Attempt" AS probe
          WHERE probe.state IN ('claimed', 'sending')
            AND probe."gatewayId" = ANY(${gatewayIds}::uuid[]) AND probe."userId" = ${due.userId}::uuid
            AND probe."claimedAt" >= ${due.until}::timestamptz
            AND probe."claimedAt" > clock_timestamp() - make_interval(secs => ${halfOpenSeconds}::int)
        )`,
    });
  });
}
