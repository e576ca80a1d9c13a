import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.ts";
import { type HeldAttempt, holdAttempt } from "#lib/generation/attempt/held-attempt.server.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { adoptSpool } from "#lib/generation/recover/adopt-spool.server.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import { isPaid } from "#lib/generation/stop-generation.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { log } from "#lib/platform/log/log.server.ts";

/** Carries on with an attempt that was taken over, as far as that is proven to cost nothing. */
export async function recoverAttempt(
  context: RunContext,
  { id, fence, round }: { id: string; fence: number; round: RecoveryRound },
): Promise<void> {
  context.reach("taken-over");
  const { claim: found, state, adoptCount: tries } = await readAttempt(context.client, id);
  // Not the row's fence: it may be another's by now, if this process stood still since it took over.
  const claim = { ...found, fence };
  const generation = claim.generationId;
  log("info", "attempt taken over", { attempt: id, generation, state, fence });
  const held = holdAttempt(context.client, { claim, paid: isPaid(claim.engine), state });
  try {
    if (state === "claimed")
      await held.change({ command: "release", set: () => noLease, event: "attempt-queued" });
    else if (!(await adoptSpool(context, { held, tries, round }))) await endInterrupted(held);
  } finally {
    held.letGo();
    await context.partials.remove(id);
    context.reach("recovered");
  }
}

async function endInterrupted(held: HeldAttempt): Promise<void> {
  if (!held.paid) {
    await held.change({
      command: "repeat",
      set: () => ({ ...noLease, sentAt: null }),
      event: "attempt-queued",
    });
    return;
  }

  const error = { ...noErrorFields, errorCode: "interrupted" };
  if (held.state() === "storing") {
    const errorMessage = "The picture had arrived, but its file is not in the spool folder here.";
    await held.change({
      command: "fail",
      set: () => ({ ...error, errorMessage, charged: "likely" }),
      event: "attempt-ended",
    });
    return;
  }
  const errorMessage = "The studio was interrupted while the gateway was working on this.";
  await held.change({
    command: "lose",
    set: () => ({ ...error, errorMessage }),
    event: "attempt-ended",
  });
}

const noLease = { leaseOwner: null, leaseUntil: null };
