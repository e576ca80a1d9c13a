import { appendEvents, type LogEvent } from "#lib/events/append-events.server.ts";
import type { AttemptState } from "#lib/generation/attempt-state.ts";
import {
  type AttemptCommand,
  isEnded,
  nextAttemptState,
} from "#lib/generation/attempt-transition.ts";
import { attemptSelect, toAttemptView } from "#lib/generation/generation-record.server.ts";
import { generationStateOf } from "#lib/generation/generation-state.ts";
import type { AttemptView } from "#lib/generation/generation-view.ts";
import type { Prisma, PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";

/** Wakes the runners when the commit makes work for them. */
export const attemptsChannel = "attempts";

export interface AttemptReference {
  id: string;
  generationId: string;
  userId: string;
  /** Whether its engine is paid: what may have been charged never goes back to the queue. */
  paid: boolean;
}

export interface AttemptChange {
  /** Only an attempt in this state, under this fence, is changed. */
  from: AttemptState;
  fence: number;
  command: AttemptCommand;
  /** What else to write; `now` is the database's clock. */
  set?: (now: Date) => Prisma.AttemptUpdateManyMutationInput;
  /** Told to the owner's browsers with the attempt as it then is. */
  event?: "attempt-queued" | "attempt-started" | "attempt-ended";
  /** More rows in the same transaction, with the events that tell of them. */
  also?: (transaction: Transaction) => Promise<LogEvent[]>;
}

/**
 * Carries out one transition of the table, with its events and the generation's state, in one transaction.
 * Resolves to the new state, or null when the row was no longer as expected: then somebody else owns it, and
 * the caller may write nothing more but spool. A transition that the table lacks is a bug and throws.
 */
export function changeAttempt(
  client: PrismaClient,
  reference: AttemptReference,
  { from, fence, command, set, event, also }: AttemptChange,
): Promise<AttemptState | null> {
  const to = nextAttemptState(from, command, { paid: reference.paid });
  if (!to) throw new TypeError(`no transition ${command} from ${from}`);

  return client.$transaction(async (transaction) => {
    const now = await lockGeneration(transaction, reference.generationId);
    const { count } = await transaction.attempt.updateMany({
      where: { id: reference.id, state: from, fence },
      data: { ...set?.(now), state: to, ...(isEnded(to) ? endedFields(now) : {}) },
    });
    if (count === 0) return null;

    const alsoTold = (await also?.(transaction)) ?? [];
    const told = await refreshGeneration(transaction, reference, { now, event });
    await appendEvents(transaction, { userId: reference.userId, events: [...alsoTold, ...told] });
    if (to === "queued")
      await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    return to;
  });
}

/**
 * Locks a generation, so that the changes of its attempts come one after another, and tells the database's time.
 * The first statement of every transaction that changes an attempt: the order of locks is always the same.
 */
export async function lockGeneration(
  transaction: Transaction,
  generationId: string,
): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() AS now FROM "Generation" WHERE id = ${generationId}::uuid FOR UPDATE`;
  if (!row) throw new TypeError(`no generation ${generationId}`);

  return row.now;
}

/** Writes a generation's state anew from its attempts, and returns the events that tell of the change. */
export async function refreshGeneration(
  transaction: Transaction,
  { id, generationId }: Pick<AttemptReference, "id" | "generationId">,
  { now, event }: { now: Date; event: string | undefined },
): Promise<LogEvent[]> {
  const records = await transaction.attempt.findMany({
    where: { generationId },
    select: attemptSelect,
  });
  const attempts = records.map(toAttemptView);
  const state = generationStateOf(attempts);
  const isOver = !["queued", "running"].includes(state);
  const { count } = await transaction.generation.updateMany({
    where: { id: generationId, state: { not: state } },
    data: { state, endedAt: isOver ? now : null },
  });

  const attempt = attempts.find((one) => one.id === id);
  return [
    ...(event && attempt ? [{ type: event, attempt, generationState: state }] : []),
    ...(event === "attempt-ended" && attempt ? usageEvents(attempt) : []),
    ...(count > 0 && isOver
      ? [{ type: "generation-ended", generationId, state, endedAt: now.toISOString() }]
      : []),
  ];
}

/** What an attempt cost, as far as it is known: by the gateway's word, else by its list of prices. */
function usageEvents({
  generationId,
  charged,
  actualCostMicros,
  estimatedCostMicros,
}: AttemptView): LogEvent[] {
  const costMicros = actualCostMicros ?? estimatedCostMicros ?? 0;
  if (charged === "no" || charged === null || costMicros === 0) return [];

  return [{ type: "usage-updated", generationId, costMicros }];
}

function endedFields(now: Date): Prisma.AttemptUpdateManyMutationInput {
  return { endedAt: now, leaseOwner: null, leaseUntil: null };
}
