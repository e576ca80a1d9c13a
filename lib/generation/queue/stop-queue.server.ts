import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { stopAttempts } from "#lib/generation/queue/stop-attempts.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

interface Stopped {
  /** Attempts that were going on, and are not any more or were asked to stop. */
  stopped: number;
  /** Those of them that were sent already by a gateway that costs: they may be billed. */
  sent: number;
}

/**
 * Stops all that a user has waiting and being made, as `stopGeneration` does. What waits first, and at once: it would be begun
 * meanwhile. What is pressed meanwhile is not meant.
 */
export async function stopQueue(
  context: { client: PrismaClient; hitFailpoint: FailpointHook },
  userId: string,
): Promise<Stopped> {
  const { entries } = await listQueue(context.client, userId);
  const going = entries.filter(({ stopRequestedAt }) => stopRequestedAt === null);
  await stopAttempts(context, { userId, attemptIds: going.map(({ id }) => id) });

  const stopped = await context.client.attempt.findMany({
    where: { id: { in: going.map(({ id }) => id) }, stopRequestedAt: { not: null } },
    select: { state: true, paid: true },
  });
  return {
    stopped: stopped.length,
    sent: stopped.filter(({ state, paid }) => state !== "canceled" && paid).length,
  };
}
