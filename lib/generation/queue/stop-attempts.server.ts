import { appendEvents } from "#lib/events/append-events.server.ts";
import { endedFields, logChange } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { refreshGenerations } from "#lib/generation/attempt/refresh-generations.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isAppError } from "#lib/platform/errors.ts";

interface StopContext {
  client: PrismaClient;
  hitFailpoint: FailpointHook;
}

interface Attempts {
  userId: string;
  attemptIds: readonly string[];
}

/**
 * Stops attempts of a user's, and what goes on of their generations, as `stopGeneration` does. All that wait are canceled at once: the
 * next of a long queue would be begun, and paid for, while the others are stopped one after another.
 */
export async function stopAttempts(
  context: StopContext,
  { userId, attemptIds, hangsUp = false }: Attempts & { hangsUp?: boolean },
): Promise<void> {
  await cancelWaiting(context, { userId, attemptIds });
  const going = await context.client.attempt.findMany({
    where: {
      id: { in: [...attemptIds] },
      state: { notIn: ["succeeded", "failed", "unknown", "canceled"] },
    },
    select: { generationId: true },
  });
  for (const id of new Set(going.map(({ generationId }) => generationId))) {
    try {
      await stopGeneration(context, { userId, id, hangsUp });
    } catch (error) {
      // It has ended meanwhile, and is in the trash: the others are to be stopped all the same.
      if (!isAppError(error) || error.code !== "not_found") throw error;
    }
  }
}

interface Waiting {
  id: string;
  generationId: string;
  fence: number;
}

/** Cancels those that wait still, in one transaction; what was claimed meanwhile is left as it is. */
async function cancelWaiting(
  { client, hitFailpoint }: StopContext,
  { userId, attemptIds }: Attempts,
): Promise<void> {
  const changes = await client.$transaction(async (transaction) => {
    // The locks in the order of everybody: generations, then attempts, each by id, then the user's row.
    const locked = await transaction.$queryRaw<{ id: string; now: Date }[]>`
      SELECT id::text, clock_timestamp() AS now FROM "Generation" WHERE id IN (
        SELECT "generationId" FROM "Attempt"
        WHERE id = ANY(${attemptIds}::uuid[]) AND "userId" = ${userId}::uuid AND state = 'queued'
      ) ORDER BY id FOR UPDATE`;
    const now = locked.at(-1)?.now;
    if (!now) return [];
    const waiting = await transaction.$queryRaw<Waiting[]>`
      SELECT id::text, "generationId"::text, fence FROM "Attempt"
      WHERE id = ANY(${attemptIds}::uuid[]) AND state = 'queued'
        AND "generationId" = ANY(${locked.map(({ id }) => id)}::uuid[])
      ORDER BY id FOR UPDATE`;
    await transaction.attempt.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { ...endedFields(now), state: "canceled", charged: "no", stopRequestedAt: now },
    });
    const { attempts, events } = await refreshGenerations(transaction, waiting, {
      now,
      event: "attempt-ended",
    });
    await appendEvents(transaction, { userId, events });
    return waiting.flatMap(({ fence }, at) => {
      const attempt = attempts[at];
      return attempt ? [{ from: "queued" as const, fence, attempt }] : [];
    });
  });
  hitFailpoint("stopping");
  changes.forEach(logChange);
}
