import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** How many events one look at the log brings, and of how many bytes together, unless one alone is more. */
const pageSize = 200;
const pageBytes = 256_000;

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
 * older than what is kept, or from another database, ahead of this one. One statement, so that the events and the
 * number of the newest are of the same moment.
 */
export async function readEvents(
  client: PrismaClient,
  { userId, after }: { userId: string; after: number },
): Promise<StoredEvent[] | null> {
  const rows = await client.$queryRaw<Row[]>`
    WITH page AS (
      SELECT sequence, type, data FROM "Event"
      WHERE "userId" = ${userId}::uuid AND sequence > ${after}::int
      ORDER BY sequence LIMIT ${pageSize}::int
    ), counted AS (
      SELECT sequence, type, data,
        sum(octet_length(data::text)) OVER (ORDER BY sequence) - octet_length(data::text) AS before
      FROM page
    )
    SELECT owner."eventSequence" AS latest, counted.sequence, counted.type, counted.data
    FROM "User" AS owner LEFT JOIN counted ON counted.before < ${pageBytes}::int
    WHERE owner.id = ${userId}::uuid
    ORDER BY counted.sequence`;

  const events = rows.flatMap(({ sequence, type, data }) =>
    sequence === null ? [] : [{ sequence, type, data }],
  );
  if (events.length === 0) return rows[0]?.latest === after ? [] : null;
  return events[0]?.sequence === after + 1 ? events : null;
}

/** Without an event, what is said of it is null. */
type Row = { latest: number } & (StoredEvent | { sequence: null; type: null; data: null });
