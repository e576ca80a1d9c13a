import { engineIdSchema } from "#lib/contract/attempt-state.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
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
  engine: ImageEngine["id"];
  request: ImageRequest;
  unsentCount: number;
  refusedCount: number;
}

export interface ClaimOptions {
  owner: string;
  engines: readonly ImageEngine["id"][];
  /** The gateway's key as it is configured now; none, or null, when there is no key. */
  keyId?: string | null;
}

/**
 * Takes the next attempt of the queue for one of these engines: the lowest position whose time has come, and whose
 * key does not wait. Null when there is none. Several processes may ask at once: each gets another one.
 */
export function claimAttempt(
  client: Transaction,
  { owner, engines, keyId }: ClaimOptions,
): Promise<ClaimedAttempt | null> {
  const subject = keySubject(keyId ?? "");
  return claimNext(client, {
    owner,
    condition: Prisma.sql`
      generation.engine = ANY(${engines}::text[]) AND NOT (
        attempt.paid AND attempt."userId" IN (
          SELECT "userId" FROM "Pause" WHERE subject = ${subject}
            AND COALESCE("until" > clock_timestamp() - make_interval(mins => ${provenMinutes}::int), true)
        )
      )`,
  });
}

/** Takes the next attempt of the queue that meets a condition on `attempt` and `generation`. */
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
      "claimedAt" = clock_timestamp()
    WHERE id = (
      SELECT attempt.id FROM "Attempt" AS attempt
      JOIN "Generation" AS generation ON generation.id = attempt."generationId"
      WHERE attempt.state = 'queued'
        AND (attempt."notBefore" IS NULL OR attempt."notBefore" <= clock_timestamp())
        AND ${condition}
      ORDER BY attempt.position
      LIMIT 1
      FOR UPDATE OF attempt SKIP LOCKED
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
      paid: true,
      seed: true,
      unsentCount: true,
      refusedCount: true,
      generation: { select: { engine: true, parameters: true } },
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
    engine: engineIdSchema.parse(generation.engine),
    request: { ...parameters, n: 1, ...(seed === null ? {} : { seed }) },
  };
}
