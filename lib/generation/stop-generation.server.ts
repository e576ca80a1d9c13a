import { attemptStateSchema } from "#lib/contract/attempt-state.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import {
  type AttemptReference,
  changeAttemptWithin,
  logChange,
} from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { lockGeneration } from "#lib/generation/attempt/lock-generation.server.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Tells the runners to look which of their attempts are to be hung up on. */
export const hangUpChannel = "hang_up";

/**
 * Stops a generation. What was not sent is canceled, for certain and free. What was sent goes on being received, is kept, and
 * hidden; with `hangsUp`, what had been asked to stop before is hung up on instead, and what waits for a person is given up. An engine that is not paid is hung up at
 * once. Asked twice it is the same, so a press whose answer was lost may be sent again. Throws `not_found`.
 */
export async function stopGeneration(
  { client, hitFailpoint }: { client: PrismaClient; hitFailpoint: FailpointHook },
  { userId, id, hangsUp = false }: { userId: string; id: string; hangsUp?: boolean },
): Promise<GenerationView> {
  const generation = await getGeneration(client, { userId, id });

  for (const attempt of generation.attempts) {
    await stopAttempt(client, {
      reference: { id: attempt.id, generationId: id, userId },
      hangsUp,
    });
    hitFailpoint("stopping");
  }
  return getGeneration(client, { userId, id });
}

interface StoppedRow extends Pick<AttemptReference, "paid"> {
  state: string;
  fence: number;
  leaseUntil: Date | null;
  stopRequestedAt: Date | null;
}

interface StopOptions {
  reference: Omit<AttemptReference, "paid">;
  /** Whether this is the second press, by somebody who saw it stopping. */
  hangsUp: boolean;
}

/** Cancels an attempt that was not sent; marks one that was, and the runner that holds it does the rest. */
async function stopAttempt(
  client: PrismaClient,
  { reference, hangsUp }: StopOptions,
): Promise<void> {
  const changed = await client.$transaction(async (transaction) => {
    await lockGeneration(transaction, reference.generationId);
    // Locked against a claim as well, which takes no lock on the generation: it was not sent, or it will be marked.
    const [row] = await transaction.$queryRaw<StoppedRow[]>`
      SELECT state, fence, paid, "leaseUntil", "stopRequestedAt" FROM "Attempt" WHERE id = ${reference.id}::uuid FOR UPDATE`;
    const state = attemptStateSchema.parse(row?.state);
    if (!row || isEnded(state)) return null;

    const isUnsent = state === "queued" || state === "claimed";
    const isStopping = row.stopRequestedAt !== null;
    const isHungUp = !isUnsent && (!row.paid || (hangsUp && isStopping));
    if (isHungUp) await transaction.$queryRaw`SELECT pg_notify(${hangUpChannel}, '')::text`;
    // No runner will come for it (adopt-spool.server.ts).
    const isGivenUp = isHungUp && row.leaseUntil === null;
    return changeAttemptWithin(
      transaction,
      { ...reference, paid: row.paid },
      {
        from: state,
        fence: row.fence,
        command: isUnsent ? "cancel" : isGivenUp ? "fail" : null,
        set: (now) => ({
          ...(isStopping ? {} : { stopRequestedAt: now }),
          ...(isUnsent ? { charged: "no" } : {}),
          ...(isHungUp ? { hangUpRequestedAt: now } : {}),
          ...(isGivenUp ? { charged: row.paid ? "likely" : "no" } : {}),
        }),
        event: isUnsent || isGivenUp ? "attempt-ended" : "attempt-updated",
      },
    );
  });
  if (changed) logChange(changed);
}
