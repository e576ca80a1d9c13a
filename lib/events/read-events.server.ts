import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** How many events one look at the log brings. */
const pageSize = 200;

export interface StoredEvent {
  sequence: number;
  type: string;
  data: unknown;
}

/** The number of the newest event in a user's log. */
export async function currentSequence(
  client: Pick<PrismaClient, "user">,
  userId: string,
): Promise<number> {
  const user = await client.user.findUniqueOrThrow({
    where: { id: userId },
    select: { eventSequence: true },
  });
  return user.eventSequence;
}

/**
 * The events after a cursor, oldest first, a page at a time; null when the cursor cannot be continued from:
 * older than what is kept, or from another database, ahead of this one.
 */
export async function readEvents(
  client: PrismaClient,
  cursor: { userId: string; after: number },
): Promise<StoredEvent[] | null> {
  const events = await findEvents(client, cursor);
  if (events.length > 0) return continues(events, cursor.after);

  const sequence = await currentSequence(client, cursor.userId);
  if (sequence === cursor.after) return [];
  // Either they were written between the two looks, or the log does not hold them any more.
  return sequence > cursor.after ? continues(await findEvents(client, cursor), cursor.after) : null;
}

function continues(events: StoredEvent[], after: number): StoredEvent[] | null {
  return events[0]?.sequence === after + 1 ? events : null;
}

function findEvents(
  client: PrismaClient,
  { userId, after }: { userId: string; after: number },
): Promise<StoredEvent[]> {
  return client.event.findMany({
    where: { userId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: pageSize,
    select: { sequence: true, type: true, data: true },
  });
}
