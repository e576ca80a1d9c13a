import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** What an operator wants to know of the queue, by the database's clock. */
export interface QueueFigures {
  now: Date;
  /** Since when an attempt that could be claimed waits, of the engines asked about; null when none does. */
  dueSince: Date | null;
  /** Attempts whose lease ran out more than a minute ago, and that are not meant to wait. */
  abandoned: number;
  /** Pictures that are in the spool and not in their place yet, and since when the oldest is. */
  storing: number;
  storingSince: Date | null;
}

/**
 * Reads them for all users, in one query over the indexes of the queue. `engines`: those that have a slot free and are
 * not paused; what waits for the others waits with reason.
 */
export async function readQueueFigures(
  client: PrismaClient,
  { engines }: { engines: readonly ImageEngine["id"][] },
): Promise<QueueFigures> {
  const [figures] = await client.$queryRaw<QueueFigures[]>`
    SELECT
      clock_timestamp() AS now,
      (
        SELECT min(greatest(attempt."createdAt", attempt."notBefore")) FROM "Attempt" AS attempt
        JOIN "Generation" AS generation ON generation.id = attempt."generationId"
        WHERE attempt.state = 'queued' AND generation.engine = ANY(${engines}::text[])
          AND (attempt."notBefore" IS NULL OR attempt."notBefore" <= clock_timestamp())
      ) AS "dueSince",
      (
        SELECT count(*)::int FROM "Attempt"
        WHERE state IN ('claimed', 'sending', 'receiving', 'storing')
          AND "leaseUntil" < clock_timestamp() - interval '1 minute'
          AND ("notBefore" IS NULL OR "notBefore" < clock_timestamp() - interval '1 minute')
      ) AS abandoned,
      (SELECT count(*)::int FROM "Attempt" WHERE state = 'storing') AS storing,
      (SELECT min("receivedAt") FROM "Attempt" WHERE state = 'storing') AS "storingSince"`;
  if (!figures) throw new TypeError("a SELECT without FROM gave no row");

  return figures;
}
