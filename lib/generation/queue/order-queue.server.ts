import { changeOrder } from "#lib/contract/change-order.ts";
import type { QueuePlace } from "#lib/contract/queue-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/**
 * All that a user has waiting, in order, held until the commit: a claim passes over it meanwhile. By id, so that two who hold it
 * at once wait for each other in the same order, whatever the order of the queue is by then.
 */
export async function lockWaiting(transaction: Transaction, userId: string): Promise<QueuePlace[]> {
  const rows = await transaction.$queryRaw<(Omit<QueuePlace, "position"> & { position: bigint })[]>`
    SELECT id::text, "generationId"::text, position FROM "Attempt"
    WHERE "userId" = ${userId}::uuid AND state = 'queued'
    ORDER BY id
    FOR UPDATE`;
  return rows
    .map((row) => ({ ...row, position: Number(row.position) }))
    .sort((a, b) => a.position - b.position);
}

/** Writes where they stand now, and returns what tells of it. Of what `lockWaiting` holds, in its transaction. */
export async function writePlaces(
  transaction: Transaction,
  places: QueuePlace[],
): Promise<StudioEvent[]> {
  if (places.length === 0) return [];

  await transaction.$executeRaw`
    UPDATE "Attempt" AS attempt SET position = place.position
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ position }) => position)}::bigint[])
      AS place(id, position)
    WHERE attempt.id = place.id`;
  // Whoever looked meanwhile passed over all of it.
  await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
  return [{ type: "queue-reordered", places }];
}

/** Puts generations before all else that their owner has waiting, and returns what tells of it. */
export async function bringToFront(
  transaction: Transaction,
  { userId, moved }: { userId: string; moved: readonly string[] },
): Promise<StudioEvent[]> {
  if (moved.length === 0) return [];

  const waiting = await lockWaiting(transaction, userId);
  return writePlaces(transaction, changeOrder(waiting, { moved: new Set(moved), after: null }));
}
