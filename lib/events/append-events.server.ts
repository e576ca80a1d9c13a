import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Transaction } from "#lib/platform/database/database.server.ts";

/** The channel on which readers are woken; the payload is the user's id. */
export const eventsChannel = "events";

/**
 * Writes events of the contract to a user's log, in the transaction that makes them true, and wakes the readers when it commits.
 * Numbers come from the user's row, not from a sequence: a sequence's become visible out of order, and a
 * resuming reader would skip one. Call it last in its transaction: it holds the user's row until the commit.
 */
export async function appendEvents(
  transaction: Transaction,
  { userId, events }: { userId: string; events: readonly StudioEvent[] },
): Promise<void> {
  if (events.length === 0) return;

  await transaction.$queryRaw`
    WITH owner AS (
      UPDATE "User" SET "eventSequence" = "eventSequence" + ${events.length}::int
      WHERE id = ${userId}::uuid
      RETURNING id, "eventSequence" - ${events.length}::int AS before
    ), written AS (
      INSERT INTO "Event" ("userId", sequence, type, data)
      SELECT owner.id, owner.before + entry.ordinality, entry.value ->> 'type', entry.value - 'type'
      FROM owner, jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS entry(value, ordinality)
    )
    SELECT pg_notify(${eventsChannel}, owner.id::text)::text FROM owner`;
}
