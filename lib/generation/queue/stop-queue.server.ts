import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { listQueue } from "#lib/generation/queue/list-queue.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isAppError } from "#lib/platform/errors.ts";

interface Stopped {
  /** Attempts that were going on, and are not any more or were asked to stop. */
  stopped: number;
  /** Those of them that were sent already by a gateway that costs: they may be billed. */
  sent: number;
}

/**
 * Stops all that a user has waiting and being made, as `stopGeneration` does. What waits first, the next before the others: it would
 * be begun meanwhile. What is pressed meanwhile is not meant.
 */
export async function stopQueue(
  context: { client: PrismaClient; hitFailpoint: FailpointHook },
  userId: string,
): Promise<Stopped> {
  const { entries } = await listQueue(context.client, userId);
  const going = entries.filter(({ stopRequestedAt }) => stopRequestedAt === null);
  const [waiting, making] = [
    going.filter(({ state }) => state === "queued"),
    going.filter(({ state }) => state !== "queued"),
  ];
  const ids = new Set([...waiting, ...making].map(({ generationId }) => generationId));
  for (const id of ids) {
    try {
      await stopGeneration(context, { userId, id });
    } catch (error) {
      // It has ended meanwhile, and is in the trash: the others are to be stopped all the same.
      if (!isAppError(error) || error.code !== "not_found") throw error;
    }
  }

  const stopped = await context.client.attempt.findMany({
    where: { id: { in: going.map(({ id }) => id) }, stopRequestedAt: { not: null } },
    select: { state: true, paid: true },
  });
  return {
    stopped: stopped.length,
    sent: stopped.filter(({ state, paid }) => state !== "canceled" && paid).length,
  };
}
