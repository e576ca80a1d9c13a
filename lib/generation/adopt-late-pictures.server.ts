import { adoptSpool } from "#lib/generation/adopt-spool.server.ts";
import { holdAttempt } from "#lib/generation/held-attempt.server.ts";
import { readAttempt } from "#lib/generation/read-attempt.server.ts";
import type { RecoveryRound } from "#lib/generation/recovery-round.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { isPaid } from "#lib/generation/stop-generation.server.ts";

/** What late bytes were found to be, once: they are not looked at again. */
const settledCodes = ["bad_picture", "picture_unavailable"];

/**
 * Looks through the spool for what no runner will come for. A runner that lost its attempt goes on spooling: such a
 * picture settles what was unknown. Of what succeeded the copies go whose pictures have their rows.
 */
export async function adoptLatePictures(context: RunContext, round: RecoveryRound): Promise<void> {
  const ids = await context.spool.list();
  if (ids.length === 0) return;

  const rows = await context.client.attempt.findMany({
    where: { id: { in: ids }, state: { in: ["unknown", "succeeded"] } },
    select: { id: true, state: true, errorCode: true, images: { select: { index: true } } },
  });
  for (const { id, state, errorCode, images } of rows) {
    if (round.isStoreDown) return;
    if (state === "succeeded") {
      await context.spool.remove(
        id,
        images.map(({ index }) => index),
      );
      continue;
    }
    if (!settledCodes.includes(errorCode ?? "")) await adoptOne(context, { id, round });
  }
}

async function adoptOne(
  context: RunContext,
  { id, round }: { id: string; round: RecoveryRound },
): Promise<void> {
  const { claim } = await readAttempt(context.client, id);
  const held = holdAttempt(context.client, {
    claim,
    paid: isPaid(claim.engine),
    state: "unknown",
  });
  await adoptSpool(context, { held, round }).finally(() => held.letGo());
}
