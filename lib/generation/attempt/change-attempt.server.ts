import type { AttemptState } from "#lib/contract/attempt-state.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import {
  type AttemptCommand,
  isEnded,
  nextAttemptState,
} from "#lib/generation/attempt/attempt-transition.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { logTransition } from "#lib/generation/attempt/log-transition.server.ts";
import {
  type AttemptEventType,
  refreshGenerations,
} from "#lib/generation/attempt/refresh-generations.server.ts";
import type { Prisma, PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";

/** Wakes the runners when the commit makes work for them. */
export const attemptsChannel = "attempts";

const settleAfterMs = 15_000;

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
  /** Null leaves the state as it is: only what `set` says is written and told. */
  command: AttemptCommand | null;
  /** What else to write; `now` is the database's clock. */
  set?: (now: Date) => Prisma.AttemptUpdateManyMutationInput;
  /** Told to the owner's browsers with the attempt as it then is. */
  event?: AttemptEventType;
  /** More rows in the same transaction, with the events that tell of them. */
  also?: (transaction: Transaction, now: Date) => Promise<StudioEvent[]>;
}

/** What became of an attempt. */
export interface AttemptChanged {
  from: AttemptState;
  fence: number;
  attempt: AttemptView;
}

/**
 * Carries out one transition of the table, with its events and the generation's state, in one transaction.
 * Resolves to the new state, or null when the row was no longer as expected: then somebody else owns it, and
 * the caller may write nothing more but spool. A transition that the table lacks is a bug and throws.
 */
export async function changeAttempt(
  client: PrismaClient,
  reference: AttemptReference,
  change: AttemptChange,
): Promise<AttemptState | null> {
  const changed = await client.$transaction((transaction) =>
    changeAttemptWithin(transaction, reference, change),
  );
  if (changed) logChange(changed);
  return changed?.attempt.state ?? null;
}

/** The same within a transaction of the caller's, who logs the change once it is committed. */
export async function changeAttemptWithin(
  transaction: Transaction,
  reference: AttemptReference,
  { from, fence, command, set, event, also }: AttemptChange,
): Promise<AttemptChanged | null> {
  const { id, generationId, userId, paid } = reference;
  const to = command ? nextAttemptState(from, command, { paid }) : from;
  if (!to) throw new TypeError(`no transition ${command} from ${from}`);

  const now = await lockGeneration(transaction, generationId);
  const { count } = await transaction.attempt.updateMany({
    where: { id, state: from, fence },
    data: { ...set?.(now), state: to, ...(command && isEnded(to) ? endedFields(now) : {}) },
  });
  if (count === 0) return null;

  if (command && (to === "unknown" || to === "failed")) await openOutcome(transaction, { id, now });
  const isCanceled = to === "queued" && (await cancelIfStopped(transaction, { id, now }));
  const alsoTold = (await also?.(transaction, now)) ?? [];
  const told = isCanceled ? "attempt-ended" : event;
  const refreshed = await refreshGenerations(transaction, [reference], { now, event: told });
  const [attempt] = refreshed.attempts;
  if (!attempt) throw new TypeError(`no attempt ${id}`);
  await appendEvents(transaction, { userId, events: [...alsoTold, ...refreshed.events] });
  if (to === "queued") await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
  return { from, fence, attempt };
}

/** A line in the log for a change that moved the attempt. */
export function logChange({ from, fence, attempt }: AttemptChanged): void {
  const { id, generationId, state, charged, requestId } = attempt;
  if (state === from) return;

  logTransition({
    attempt: id,
    generation: generationId,
    from,
    to: state,
    fence,
    charged,
    requestId,
  });
}

/** Somebody pressed Stop while it was out, and it came back unsent: that is free and certain. */
async function cancelIfStopped(
  transaction: Transaction,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { count } = await transaction.attempt.updateMany({
    where: { id, state: "queued", stopRequestedAt: { not: null } },
    data: { ...endedFields(now), state: "canceled", charged: "no" },
  });
  return count > 0;
}

/** What may have been billed, by a gateway that can be asked, is asked about soon; usage rows come a little late. */
async function openOutcome(
  transaction: Transaction,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await transaction.attempt.updateMany({
    where: {
      id,
      state: { in: ["unknown", "failed"] },
      OR: [{ charged: null }, { charged: "likely" }],
      keyId: { not: null },
      settleCount: { not: null },
    },
    data: { settleAt: new Date(now.getTime() + settleAfterMs) },
  });
}

/** What is written of an attempt that has ended. */
export function endedFields(now: Date): Prisma.AttemptUpdateManyMutationInput {
  return { endedAt: now, leaseOwner: null, leaseUntil: null, notBefore: null, settleAt: null };
}
