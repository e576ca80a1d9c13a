import { attemptStateSchema } from "#lib/contract/attempt-state.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { type EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import type { FoundCharge, ImageEngine } from "#lib/engine/image-engine.ts";
import {
  type AttemptChange,
  changeAttempt,
} from "#lib/generation/attempt/change-attempt.server.ts";
import type { Prisma, PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/** How long after each question the next one is asked, in seconds: a day in all. Usage rows may be late. */
const pausesSeconds = [60, 300, 900, 3_600, 7_200, 14_400, 28_800, 28_800];

const askMs = 15_000;

/** An outcome about which the gateway is asked, held under a lease. */
export interface OpenOutcome {
  id: string;
  generationId: string;
  userId: string;
  state: string;
  fence: number;
  requestId: string | null;
  sentAt: Date;
  /** How often it was asked about by itself. */
  settleStep: number;
  createdAt: Date;
  /** How often it was sent and refused before. */
  refusedCount: number;
  charged: string | null;
  /** Millionths of a US dollar, as they were known until now. */
  actualCostMicros: number | null;
  estimatedCostMicros: number | null;
}

interface SettleOptions {
  outcome: OpenOutcome;
  /** By whose key it was sent. */
  engine: ImageEngine | null;
  /** Whether it is asked because it is due: a person's press uses up none of the day's questions. */
  isByItself: boolean;
  signal: AbortSignal;
}

/**
 * Asks the gateway what became of an attempt that it may have billed, and writes its word down: `charged`, and the cost. The
 * state stays as it is, and nothing is sent again. Where the gateway does not know yet, or could not be asked, it is asked
 * again later. Resolves to why it could not.
 */
export async function settleAttempt(
  client: PrismaClient,
  { outcome, engine, isByItself, signal }: SettleOptions,
): Promise<EngineError | null> {
  const findCharge = engine?.findCharge;
  if (!findCharge) {
    await put(client, { outcome, set: () => ({ settleAt: null }) });
    return null;
  }

  const { id, requestId, sentAt, createdAt, refusedCount, settleStep } = outcome;
  // A gateway may list no refusals. After a day every row is there that ever will be.
  const isLast = settleStep >= pausesSeconds.length;
  const requestIds = requestId ? [id, requestId] : [id];
  const either = AbortSignal.any([signal, AbortSignal.timeout(askMs)]);
  try {
    const found = await findCharge({
      requestIds,
      rowsMin: isLast ? 1 : refusedCount + 1,
      firstSentAt: refusedCount > 0 ? createdAt : sentAt,
      sentAt,
      signal: either,
    });
    if (found) await settle(client, { outcome, found });
    else await askLater(client, { outcome, isByItself });
    return null;
  } catch (error) {
    if (!isEngineError(error)) throw error;
    log("warn", "the gateway was asked in vain what became of an attempt", {
      attempt: id,
      generation: outcome.generationId,
      error: describeError(error),
    });
    await askLater(client, { outcome, isByItself });
    return error;
  }
}

interface Put extends Pick<AttemptChange, "also"> {
  outcome: OpenOutcome;
  set: (now: Date) => Prisma.AttemptUpdateManyMutationInput;
}

/** No row changed: its picture turned up meanwhile, or another asked. */
async function put(client: PrismaClient, { outcome, set, ...also }: Put): Promise<void> {
  await changeAttempt(
    client,
    { ...outcome, paid: true },
    {
      from: attemptStateSchema.parse(outcome.state),
      fence: outcome.fence,
      command: null,
      set: (now) => ({ ...set(now), leaseOwner: null, leaseUntil: null }),
      event: "attempt-updated",
      ...also,
    },
  );
}

async function settle(
  client: PrismaClient,
  {
    outcome,
    found: { charged, costMicros },
  }: {
    outcome: OpenOutcome;
    found: FoundCharge;
  },
): Promise<void> {
  const { id: attempt, generationId: generation } = outcome;
  log("info", "outcome settled", { attempt, generation, charged, costMicros });
  await put(client, {
    outcome,
    set: (now) => ({
      charged,
      ...(charged === "no" ? { actualCostMicros: 0 } : {}),
      ...(costMicros === null ? {} : { actualCostMicros: costMicros }),
      settleCount: { increment: 1 },
      settleAt: null,
      settledAt: now,
    }),
    also: async () => usageEvents(outcome, { charged, costMicros }),
  });
}

/** By how much more, or less, was spent than had been told until now. */
function usageEvents(outcome: OpenOutcome, { charged, costMicros }: FoundCharge): StudioEvent[] {
  const known = outcome.actualCostMicros ?? outcome.estimatedCostMicros ?? 0;
  const before = outcome.charged === "likely" ? known : 0;
  const after = charged === "yes" ? (costMicros ?? known) : 0;
  if (after === before) return [];

  const { generationId } = outcome;
  return [{ type: "usage-updated", generationId, costMicros: after - before }];
}

function askLater(
  client: PrismaClient,
  { outcome, isByItself }: Pick<SettleOptions, "outcome" | "isByItself">,
): Promise<void> {
  const seconds = pausesSeconds[outcome.settleStep];
  const next = (now: Date) => ({
    settleStep: { increment: 1 },
    settleAt: seconds === undefined ? null : new Date(now.getTime() + seconds * 1_000),
  });
  return put(client, {
    outcome,
    set: (now) => ({ settleCount: { increment: 1 }, ...(isByItself ? next(now) : {}) }),
  });
}
