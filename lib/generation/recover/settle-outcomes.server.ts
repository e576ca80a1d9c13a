import { type OpenOutcome, settleAttempt } from "#lib/generation/recover/settle-attempt.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

/** For how long one process asks about one outcome, and no other does. */
const leaseSeconds = 60;

type SettleContext = Pick<RunContext, "client" | "gateways">;

/** Asks about every outcome that is due. Several processes may do so at once: each outcome is asked about by one. */
export async function settleDue(
  context: SettleContext,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  for (const { engine } of await context.gateways()) {
    const keyId = engine?.keyId ?? null;
    while (keyId !== null && !signal.aborted) {
      const outcome = await takeOutcome(context.client, {
        keyId,
        condition: Prisma.sql`attempt."settleAt" <= clock_timestamp()`,
      });
      if (!outcome) break;
      await settleAttempt(context.client, { outcome, engine, isByItself: true, signal });
    }
  }
}

/**
 * "Ask the gateway": asks now about every open outcome of a generation, due or not. Resolves to false where it cannot be:
 * all were sent by another key than the present one, or to a gateway that keeps no usage. What is being asked already, or was told
 * meanwhile, is not asked twice. Throws `EngineError` where the gateway could not be asked.
 */
export async function settleGeneration(
  context: SettleContext,
  { generationId, signal }: { generationId: string; signal: AbortSignal },
): Promise<boolean> {
  const askedIds: string[] = [];
  for (const { engine } of await context.gateways()) {
    const keyId = engine?.findCharge ? engine.keyId : null;
    while (keyId !== null && !signal.aborted) {
      const outcome = await takeOutcome(context.client, {
        keyId,
        condition: Prisma.sql`attempt."generationId" = ${generationId}::uuid
          AND attempt.id <> ALL(${askedIds}::uuid[])`,
      });
      if (!outcome) break;
      askedIds.push(outcome.id);
      const failure = await settleAttempt(context.client, {
        outcome,
        engine,
        isByItself: false,
        signal,
      });
      if (failure) throw failure;
    }
  }
  return askedIds.length > 0 || isAskedElsewhere(context.client, generationId);
}

async function isAskedElsewhere(client: PrismaClient, generationId: string): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isAsked: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "Attempt" WHERE "generationId" = ${generationId}::uuid AND state IN ('unknown', 'failed')
        AND ("settledAt" IS NOT NULL OR "leaseUntil" >= clock_timestamp())
    ) AS "isAsked"`;
  return row?.isAsked ?? false;
}

/** Makes outcomes due about which nobody was to ask: those that a restored backup brought. */
export async function askUnasked(client: PrismaClient): Promise<void> {
  await client.$executeRaw`
    UPDATE "Attempt" SET "settleAt" = clock_timestamp()
    WHERE state = 'unknown' AND "settleCount" IS NOT NULL AND "settleStep" = 0 AND "settleAt" IS NULL AND "settledAt" IS NULL`;
}

/** Takes an outcome that is open, and that was sent by this key, under a lease. */
async function takeOutcome(
  client: PrismaClient,
  { keyId, condition }: { keyId: string; condition: Prisma.Sql },
): Promise<OpenOutcome | null> {
  const [outcome] = await client.$queryRaw<OpenOutcome[]>`
    UPDATE "Attempt" AS taken SET
      "leaseUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    FROM "Generation" AS generation
    WHERE generation.id = taken."generationId" AND taken.id = (
      SELECT attempt.id FROM "Attempt" AS attempt
      WHERE ${condition}
        AND attempt.state IN ('unknown', 'failed')
        AND (attempt.charged IS NULL OR attempt.charged = 'likely')
        AND attempt."keyId" = ${keyId} AND attempt."settleCount" IS NOT NULL
        AND attempt."settledAt" IS NULL AND attempt."sentAt" IS NOT NULL
        AND (attempt."leaseUntil" IS NULL OR attempt."leaseUntil" < clock_timestamp())
      ORDER BY attempt."settleAt", attempt.position
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING taken.id::text, taken."generationId"::text, generation."userId"::text, taken.state,
      taken.fence, taken."requestId", taken."sentAt", taken."settleCount", taken.charged,
      taken."refusedCount", taken."createdAt", taken."settleStep", taken."actualCostMicros", taken."estimatedCostMicros"`;
  return outcome ?? null;
}
