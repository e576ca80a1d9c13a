import { type ImageRequest, storedRequestSchema } from "#lib/engine/image-request.ts";
import type { AttemptReference } from "#lib/generation/attempt/change-attempt.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import {
  Prisma,
  type PrismaClient,
  type Transaction,
} from "#lib/platform/database/database.server.ts";

/** How long a claim holds without being renewed, by the database's clock; renewed every third of it. */
export const leaseSeconds = 30;

/** A wait that was over so long ago needs no proof that it is (see `claimProbe`): nobody has asked since. */
const provenMinutes = 15;

/** An attempt that a runner holds under a fence, with what it needs to carry it out. */
export interface ClaimedAttempt extends AttemptReference {
  fence: number;
  gatewayId: string;
  request: ImageRequest;
  unsentCount: number;
  refusedCount: number;
}

/** A gateway for which an attempt may be claimed, and its key as it is configured now; null when there is none. */
export interface FreeGateway {
  id: string;
  keyId: string | null;
}

export interface ClaimOptions {
  owner: string;
  gateways: readonly FreeGateway[];
}

/**
 * Takes the next attempt of the queue for one of these gateways: the lowest position whose time has come, and whose
 * key does not wait. Null when there is none. Several processes may ask at once: each gets another one.
 */
export function claimAttempt(
  client: Transaction,
  { owner, gateways }: ClaimOptions,
): Promise<ClaimedAttempt | null> {
  return claimNext(client, { owner, condition: isOfFree(gateways) });
}

/** Of `attempt`: that it is of one of these gateways, and its key does not wait. */
export function isOfFree(gateways: readonly FreeGateway[]): Prisma.Sql {
  const ids = gateways.map(({ id }) => id);
  const subjects = gateways.map(({ keyId }) => keySubject(keyId ?? ""));
  return Prisma.sql`
    attempt."gatewayId" = ANY(${ids}::uuid[]) AND (attempt."gatewayId", attempt."userId") NOT IN (
      SELECT free.id, pause."userId"
      FROM unnest(${ids}::uuid[], ${subjects}::text[]) AS free(id, subject)
      JOIN "Pause" AS pause ON pause.subject = free.subject
      WHERE COALESCE(pause."until" > clock_timestamp() - make_interval(mins => ${provenMinutes}::int), true)
    )`;
}

/**
 * Takes the next attempt of the queue that meets a condition on `attempt`. Whether it may cost money is what its gateway says now: it
 * may have said something else when it was pressed.
 */
export async function claimNext(
  client: Transaction,
  { owner, condition }: { owner: string; condition: Prisma.Sql },
): Promise<ClaimedAttempt | null> {
  const [claimed] = await client.$queryRaw<Pick<ClaimedAttempt, "id" | "fence">[]>`
    UPDATE "Attempt" SET
      state = 'claimed',
      fence = fence + 1,
      "leaseOwner" = ${owner},
      "leaseUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int),
      "claimedAt" = clock_timestamp(),
      paid = (SELECT gateway.paid FROM "Gateway" AS gateway WHERE gateway.id = "gatewayId")
    WHERE id = (
      SELECT attempt.id FROM "Attempt" AS attempt
      WHERE attempt.state = 'queued'
        AND (attempt."notBefore" IS NULL OR attempt."notBefore" <= clock_timestamp())
        AND ${condition}
      ORDER BY attempt.position
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id::text, fence`;
  return claimed ? readClaim(client, claimed) : null;
}

/** Holds on to a claimed attempt for another lease. False when somebody else has taken it. */
export async function renewLease(
  client: PrismaClient,
  { id, fence }: Pick<ClaimedAttempt, "id" | "fence">,
): Promise<boolean> {
  const count = await client.$executeRaw`
    UPDATE "Attempt"
    SET "leaseUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    WHERE id = ${id}::uuid AND fence = ${fence}::int
      AND state IN ('claimed', 'sending', 'receiving', 'storing')`;
  return count > 0;
}

/**
 * The fence is that of the claim itself: the row's may be another's by now, if this process stood still in between and its
 * lease has run out.
 */
async function readClaim(
  client: Transaction,
  { id, fence }: Pick<ClaimedAttempt, "id" | "fence">,
): Promise<ClaimedAttempt> {
  const record = await client.attempt.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      userId: true,
      generationId: true,
      gatewayId: true,
      paid: true,
      seed: true,
      unsentCount: true,
      refusedCount: true,
      generation: { select: { parameters: true } },
    },
  });
  const { generation, seed, ...attempt } = record;
  const {
    n: _pictures,
    seed: _asked,
    ...parameters
  } = storedRequestSchema.parse(generation.parameters);
  return {
    ...attempt,
    fence,
    request: { ...parameters, n: 1, ...(seed === null ? {} : { seed }) },
  };
}
