import type { OwnModel } from "#lib/contract/model/own-model.ts";
import { tookRangeOf } from "#lib/contract/model/took-range.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

export type RecentModel = Pick<OwnModel, "gatewayId" | "model"> & {
  recent: NonNullable<OwnModel["recent"]>;
};

/** So many of the last requests tell how a model does. */
const requestsMax = 40;

interface Known {
  sequence: number;
  models: Promise<RecentModel[]>;
}

const known = new WeakMap<PrismaClient, Map<string, Known>>();

/** How a user's last requests of each model went that was asked by name. Read anew once something has happened since. */
export async function listRecentModels(
  client: PrismaClient,
  userId: string,
): Promise<RecentModel[]> {
  const sequence = await currentSequence(client, userId);
  const ofUsers = known.get(client) ?? new Map<string, Known>();
  known.set(client, ofUsers);
  const before = ofUsers.get(userId);
  if (before?.sequence === sequence) return before.models;

  const models = readRecentModels(client, userId);
  ofUsers.set(userId, { sequence, models });
  models.catch(() => ofUsers.delete(userId));
  return models;
}

interface Row extends Pick<RecentModel, "gatewayId" | "model"> {
  count: number;
  made: number;
  medianMs: number | null;
  /** The newest first. */
  took: { ms: number; quality: string | null; size: string | null }[];
}

async function readRecentModels(client: PrismaClient, userId: string): Promise<RecentModel[]> {
  const rows = await client.$queryRaw<Row[]>(selectRecentModels(userId));
  return rows.map(({ gatewayId, model, took, ...counts }) => {
    const settings = Map.groupBy(took, ({ quality, size }) => `${quality} ${size}`);
    const tookBySettings = [...settings.values()].flatMap((alike) => {
      const [{ quality = null, size = null } = {}] = alike;
      const range = tookRangeOf(alike.map(({ ms }) => ms));
      return range ? [{ quality, size, ...range }] : [];
    });
    const recent = { ...counts, took: tookRangeOf(took.map(({ ms }) => ms)), tookBySettings };
    return { gatewayId, model, recent };
  });
}

/**
 * Steps through the index from one model that was used to the next, and reads the last requests of each: what it costs grows with
 * the models that were used, not with what was made. What was stopped before it was sent says nothing of a model.
 */
export function selectRecentModels(userId: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE used AS (
      (SELECT "gatewayId", model FROM "Generation"
        WHERE "userId" = ${userId}::uuid AND model IS NOT NULL
        ORDER BY "gatewayId", model LIMIT 1)
      UNION ALL
      SELECT next."gatewayId", next.model FROM used CROSS JOIN LATERAL (
        SELECT "gatewayId", model FROM "Generation"
        WHERE "userId" = ${userId}::uuid AND model IS NOT NULL
          AND ("gatewayId", model) > (used."gatewayId", used.model)
        ORDER BY "gatewayId", model LIMIT 1
      ) AS next
    )
    SELECT used."gatewayId", used.model, last.* FROM used CROSS JOIN LATERAL (
      SELECT count(*)::int AS count,
        (count(*) FILTER (WHERE state = 'succeeded'))::int AS made,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE state = 'succeeded'))::int AS "medianMs",
        coalesce(json_agg(json_build_object('ms', ms, 'quality', quality, 'size', size) ORDER BY id DESC, index)
          FILTER (WHERE state = 'succeeded'), '[]') AS took
      FROM (
        SELECT generation.id, attempt.index, attempt.state,
          (extract(epoch FROM attempt."endedAt" - attempt."sentAt") * 1000)::int AS ms,
          generation.parameters->>'quality' AS quality, generation.parameters->>'size' AS size
        FROM "Generation" AS generation
        JOIN "Attempt" AS attempt ON attempt."generationId" = generation.id
        WHERE generation."userId" = ${userId}::uuid
          AND generation."gatewayId" = used."gatewayId" AND generation.model = used.model
          AND attempt.state IN ('succeeded', 'failed', 'unknown') AND attempt."sentAt" IS NOT NULL
        ORDER BY generation.id DESC, attempt.index LIMIT ${requestsMax}
      ) AS ended
    ) AS last
    WHERE last.count > 0`;
}
