import { setTimeout as wait } from "node:timers/promises";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** How long events are kept, in days. A reader whose cursor is older starts anew from a snapshot. */
const keptDays = 7;

/** Events that are forgotten in one statement, which holds up whoever asks the embedded database meanwhile. */
const batchSize = 1_000;

/** The least that lies between two batches; else as long as the last one took. */
const pauseMs = 20;

/**
 * Forgets the events that are older than a week, by the database's clock, and answers how many there were. In small
 * batches, with time for others in between, until `signal` aborts.
 */
export async function pruneEvents(
  client: PrismaClient,
  { signal, batch = batchSize }: { signal?: AbortSignal; batch?: number } = {},
): Promise<number> {
  const users = await client.user.findMany({ select: { id: true } });
  let pruned = 0;
  for (const { id: userId } of users) {
    for (let after = 0; !signal?.aborted; ) {
      const startedAt = performance.now();
      const { last, count } = await pruneOldest(client, { userId, after, batch });
      if (last === null) break;

      pruned += count;
      after = last;
      await wait(Math.max(pauseMs, performance.now() - startedAt));
    }
  }
  return pruned;
}

interface Pruned {
  /** The sequence of the last one that is gone; null when none was old enough. */
  last: number | null;
  count: number;
}

/**
 * What is left of a log has no gap: times are those at which transactions began, and so do not always rise with the
 * sequence; what came before the last old event goes with it.
 */
async function pruneOldest(
  client: PrismaClient,
  { userId, after, batch }: { userId: string; after: number; batch: number },
): Promise<Pruned> {
  const [pruned] = await client.$queryRaw<Pruned[]>`
    WITH oldest AS (
      SELECT sequence, "createdAt" FROM "Event"
      WHERE "userId" = ${userId}::uuid AND sequence > ${after}::int
      ORDER BY sequence LIMIT ${batch}::int
    ), old AS (
      SELECT max(sequence) AS last FROM oldest
      WHERE "createdAt" < clock_timestamp() - make_interval(days => ${keptDays}::int)
    ), gone AS (
      DELETE FROM "Event"
      WHERE "userId" = ${userId}::uuid AND sequence > ${after}::int
        AND sequence <= (SELECT last FROM old)
      RETURNING 1
    )
    SELECT old.last, (SELECT count(*) FROM gone)::int AS count FROM old`;
  return pruned ?? { last: null, count: 0 };
}
