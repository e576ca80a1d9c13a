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
  { userId, after }: { userId: string; after: number },
): Promise<StoredEvent[] | null> {
  const events = await client.event.findMany({
    where: { userId, sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: pageSize,
    select: { sequence: true, type: true, data: true },
  });
  const [first] = events;
  if (first) return first.sequence === after + 1 ? events : null;

  return (await currentSequence(client, userId)) === after ? [] : null;
}
