import {
  noErrorFields,
  toReasonColumn,
} from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { type AttemptLease, acquireLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { adoptSpool } from "#lib/generation/recover/adopt-spool.server.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { because } from "#messages/reason.ts";

/** Carries on with an attempt that was taken over, as far as that is proven to cost nothing. */
export async function recoverAttempt(
  context: RunContext,
  { id, fence, round }: { id: string; fence: number; round: RecoveryRound },
): Promise<void> {
  context.hitFailpoint("taken-over");
  const { claim: found, state, adoptCount: tries } = await readAttempt(context.client, id);
  // Not the row's fence: it may be another's by now, if this process stood still since it took over.
  const claim = { ...found, fence };
  const generation = claim.generationId;
  log("info", "attempt taken over", { attempt: id, generation, state, fence });
  const lease = acquireLease(context.client, { claim, state });
  try {
    if (state === "claimed")
      await lease.change({ command: "release", set: () => noLease, event: "attempt-queued" });
    else if (!(await adoptSpool(context, { lease, tries, round }))) await endInterrupted(lease);
  } finally {
    lease.release();
    await context.partials.remove(id);
    context.hitFailpoint("recovered");
  }
}

async function endInterrupted(lease: AttemptLease): Promise<void> {
  if (!lease.claim.paid) {
    await lease.change({
      command: "repeat",
      set: () => ({ ...noLease, sentAt: null }),
      event: "attempt-queued",
    });
    return;
  }

  const error = { ...noErrorFields, errorCode: "interrupted" };
  if (lease.state() === "storing") {
    const errorReason = toReasonColumn(because("gone_from_spool"));
    await lease.change({
      command: "fail",
      set: () => ({ ...error, errorReason, charged: "likely" }),
      event: "attempt-ended",
    });
    return;
  }
  const errorReason = toReasonColumn(because("interrupted"));
  await lease.change({
    command: "lose",
    set: () => ({ ...error, errorReason }),
    event: "attempt-ended",
  });
}

const noLease = { leaseOwner: null, leaseUntil: null };
