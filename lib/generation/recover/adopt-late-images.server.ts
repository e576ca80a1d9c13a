import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { acquireLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { adoptSpool } from "#lib/generation/recover/adopt-spool.server.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/** What had ended, and may be given a picture that turns up. */
const lateStates: readonly AttemptState[] = ["succeeded", "unknown", "failed"];

interface LateOptions {
  round: RecoveryRound;
  /** Whether this process is carrying an attempt out: it may be writing into the spool, and keeps all of it in the end. */
  isInHand: (attemptId: string) => boolean;
}

/**
 * Looks through the spool for what no runner will come for. A runner that lost its attempt goes on spooling, and a folder that
 * was away comes back: such a picture settles what was unknown, or had failed for want of it, and is one more of what
 * succeeded. Copies go whose pictures have their rows.
 */
export async function adoptLateImages(
  context: RunContext,
  { round, isInHand }: LateOptions,
): Promise<void> {
  const ids = await context.spool.list();
  if (ids.length === 0) return;

  const rows = await context.client.attempt.findMany({
    where: { id: { in: ids }, state: { in: [...lateStates] } },
    select: {
      id: true,
      generationId: true,
      errorCode: true,
      spoolSettledAt: true,
      images: { select: { index: true } },
    },
  });
  for (const row of rows) {
    if (round.isStoreDown) return;
    if (!isInHand(row.id)) await adoptOne(context, { row, round });
  }
}

interface LateRow {
  id: string;
  generationId: string;
  errorCode: string | null;
  spoolSettledAt: Date | null;
  images: { index: number }[];
}

/** What goes wrong with one is no reason to leave the others. */
async function adoptOne(
  context: RunContext,
  { row, round }: { row: LateRow; round: RecoveryRound },
): Promise<void> {
  const { id, images } = row;
  try {
    const shown = images.map(({ index }) => index);
    if (shown.length > 0) await context.spool.remove(id, shown);
    // What was looked at is not looked at again, and what waits for a person is not tried.
    if (row.spoolSettledAt !== null || row.errorCode === "decode_interrupted") return;

    const { claim, state, adoptCount: tries } = await readAttempt(context.client, id);
    // It may be queued again by now, or restored.
    if (!lateStates.includes(state)) return;

    const lease = acquireLease(context.client, { claim, state });
    await adoptSpool(context, { lease, tries, round }).finally(() => lease.release());
  } catch (error) {
    const about = { attempt: id, generation: row.generationId };
    log("error", "a late picture was not adopted", { ...about, error: describeError(error) });
  }
}
