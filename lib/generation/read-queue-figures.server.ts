import { type FreeGateway, isOfFree } from "#lib/generation/attempt/claim-attempt.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** What an operator wants to know of the queue, by the database's clock. */
export interface QueueFigures {
  now: Date;
  /** Since when an attempt that could be claimed waits, of the gateways asked about; null when none does. */
  dueSince: Date | null;
  /** Attempts whose lease ran out more than a minute ago, less those whose picture waits for its place. */
  abandoned: number;
  /** Pictures that are in the spool and not in their place yet, and since when the oldest is. */
  storing: number;
  storingSince: Date | null;
  /** Pictures that are, or may be, in the folder of another process that does not run. */
  elsewhere: number;
  /** Answers that hold a picture which no disk takes: it is lost if the process ends. */
  inMemory: number;
}

/**
 * Reads them for all users, in one query over the indexes of the queue. `gateways`: those that have a slot free; what waits for
 * the others, or for a key, waits with reason.
 */
export async function readQueueFigures(
  client: PrismaClient,
  { gateways }: { gateways: readonly FreeGateway[] },
): Promise<QueueFigures> {
  const [figures] = await client.$queryRaw<QueueFigures[]>`
    SELECT clock_timestamp() AS now, due.since AS "dueSince", active.*
    FROM (
      SELECT min(greatest(attempt."createdAt", attempt."notBefore")) AS since FROM "Attempt" AS attempt
      WHERE attempt.state = 'queued' AND ${isOfFree(gateways)}
        AND (attempt."notBefore" IS NULL OR attempt."notBefore" <= clock_timestamp())
    ) AS due, (
      SELECT
        count(*) FILTER (
          WHERE "leaseUntil" < clock_timestamp() - interval '1 minute'
            AND (state <> 'storing' OR "errorCode" IS NULL) AND "errorCode" IS DISTINCT FROM 'other_folder'
        )::int AS abandoned,
        count(*) FILTER (WHERE state = 'storing' AND "errorCode" IS DISTINCT FROM 'other_folder')::int AS storing,
        min("receivedAt") FILTER (
          WHERE state = 'storing' AND "errorCode" IS DISTINCT FROM 'other_folder'
        ) AS "storingSince",
        count(*) FILTER (WHERE "errorCode" = 'other_folder')::int AS elsewhere,
        count(*) FILTER (
          WHERE state IN ('sending', 'receiving') AND "errorCode" = 'storage_unavailable'
        )::int AS "inMemory"
      FROM "Attempt" WHERE state IN ('claimed', 'sending', 'receiving', 'storing')
    ) AS active`;
  if (!figures) throw new TypeError("a SELECT without FROM gave no row");

  return figures;
}
