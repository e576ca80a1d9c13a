import type { AttemptState } from "#lib/contract/attempt-state.ts";
import { acquireLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { adoptSpool } from "#lib/generation/recover/adopt-spool.server.ts";
import type { RecoveryRound } from "#lib/generation/recover/recovery-round.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";

/** What had ended without its picture, and may be given one that turns up. */
const lateStates: readonly AttemptState[] = ["unknown", "failed"];

/**
 * Looks through the spool for what no runner will come for. A runner that lost its attempt goes on spooling, and a folder that
 * was away comes back: such a picture settles what was unknown, or had failed for want of it. Of what succeeded the copies go
 * whose pictures have their rows.
 */
export async function adoptLateImages(context: RunContext, round: RecoveryRound): Promise<void> {
  const ids = await context.spool.list();
  if (ids.length === 0) return;

  const rows = await context.client.attempt.findMany({
    where: {
      id: { in: ids },
      OR: [
        { state: "succeeded" },
        {
          state: { in: [...lateStates] },
          // What was looked at is not looked at again, and what waits for a person is not tried.
          spoolSettledAt: null,
          OR: [{ errorCode: null }, { errorCode: { not: "decode_interrupted" } }],
        },
      ],
    },
    select: { id: true, state: true, images: { select: { index: true } } },
  });
  for (const { id, state, images } of rows) {
    if (round.isStoreDown) return;
    if (state === "succeeded") {
      await context.spool.remove(
        id,
        images.map(({ index }) => index),
      );
      continue;
    }
    await adoptOne(context, { id, round });
  }
}

async function adoptOne(
  context: RunContext,
  { id, round }: { id: string; round: RecoveryRound },
): Promise<void> {
  const { claim, state, adoptCount: tries } = await readAttempt(context.client, id);
  // It may have been given its picture since it was listed, by another process on the same folder.
  if (!lateStates.includes(state)) return;

  const lease = acquireLease(context.client, { claim, state });
  await adoptSpool(context, { lease, tries, round }).finally(() => lease.release());
}
