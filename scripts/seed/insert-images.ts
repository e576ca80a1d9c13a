import { localOwnerId } from "#lib/account/local-owner.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";
import type { FileFacts } from "./make-images.ts";
import { models, prompts } from "./prompts.ts";

export interface InsertOptions {
  /** How many there will be. */
  images: number;
  /** They take turns with these. */
  files: readonly FileFacts[];
  onProgress?: (done: number) => void;
}

/** Eight images are four generations, of 4, 1, 1 and 2, which no batch parts. */
const batchSize = 4_000;

const minuteMs = 60_000;
const stepMsMax = 10 * minuteMs;
const spanMsMax = 5 * 365 * 24 * 60 * minuteMs;

/**
 * Writes finished generations with their attempts and images: one image each ten minutes, or more when they would reach back
 * further than five years. Every 20th image is a favourite, every 100th hidden, every 25th in the trash, and every
 * 40th generation is with all of its images. Two statements for a batch: one for each row would take hours for a million.
 */
export async function insertImages(
  client: Pick<PrismaClient, "$executeRaw" | "blob">,
  { images, files, onProgress = () => {} }: InsertOptions,
): Promise<void> {
  const stepMs = Math.floor(Math.min(stepMsMax, spanMsMax / images));
  const oldestMs = Date.now() - minuteMs - images * stepMs;
  // Two runs share no key.
  const run = crypto.randomUUID();
  await client.blob.createMany({ data: [...files], skipDuplicates: true });

  for (let from = 0; from < images; from += batchSize) {
    const last = Math.min(from + batchSize, images) - 1;
    const named = nameRows({ run, from, last, oldestMs, stepMs });
    await client.$executeRaw`
      ${named}, batch AS (
        INSERT INTO "Batch" (id, "userId", "idempotencyKey", "requestHash", kind, spec, "createdAt", "deletedAt")
        SELECT "generationId", ${localOwnerId}::uuid, 'seed-' || ${run} || '-' || g, '', 'single', '{}', at, "generationDeletedAt"
        FROM named WHERE index = 0 ORDER BY g
      ), generation AS (
        INSERT INTO "Generation" (id, "userId", "batchId", prompt, parameters, model,
          "gatewayId", state, "createdAt", "endedAt", "deletedAt")
        SELECT "generationId", ${localOwnerId}::uuid, "generationId", prompt,
          jsonb_strip_nulls(jsonb_build_object('prompt', prompt, 'model', model, 'n', count(*))), model,
          ${gatewayOf}, 'succeeded', at, at + interval '9 s',
          "generationDeletedAt"
        FROM named GROUP BY "generationId", g, prompt, model, at, "generationDeletedAt" ORDER BY g
      )
      INSERT INTO "Attempt" (id, "userId", "gatewayId", paid, "generationId", index, state, fence, seed, charged, "actualCostMicros",
        "createdAt", "claimedAt", "sentAt", "receivedAt", "endedAt")
      SELECT "attemptId", ${localOwnerId}::uuid, ${gatewayOf}, model IS NOT NULL, "generationId", index, 'succeeded', 1, i,
        CASE WHEN model IS NULL THEN 'no' ELSE 'yes' END, CASE WHEN model IS NULL THEN 0 ELSE 40000 END,
        at, at, at, at + interval '8 s', at + interval '9 s'
      FROM named ORDER BY i`;
    // What an image is found by is read of the rows that it belongs to, which must be there.
    await client.$executeRaw`
      ${named}
      INSERT INTO "Image" (id, "userId", "generationId", "attemptId", index, "blobHash", delivered, "createdAt",
        "favoritedAt", "hiddenAt", "deletedAt")
      SELECT id, ${localOwnerId}::uuid, "generationId", "attemptId", 0,
        (${files.map(({ hash }) => hash)}::text[])[i % ${files.length}::int + 1], '{}', at + interval '9 s',
        CASE WHEN i % 20 = 0 THEN now() END,
        CASE WHEN i % 100 = 3 THEN now() END, CASE WHEN i % 25 = 7 THEN now() ELSE "generationDeletedAt" END
      FROM named ORDER BY i`;
    onProgress(last + 1);
  }
}

interface Slice {
  run: string;
  from: number;
  last: number;
  oldestMs: number;
  stepMs: number;
}

/** The images of a slice, each with its generation: the same whenever it is asked. */
function nameRows({ run, from, last, oldestMs, stepMs }: Slice): Prisma.Sql {
  return Prisma.sql`
      WITH place AS (
        SELECT i, i / 8 * 4 + (ARRAY[0, 0, 0, 0, 1, 2, 3, 3])[i % 8 + 1] AS g,
          (ARRAY[0, 1, 2, 3, 0, 0, 0, 1])[i % 8 + 1] AS index
        FROM generate_series(${from}::int, ${last}::int) AS i
      ), timed AS (
        SELECT *, ${oldestMs}::bigint + (i - index)::bigint * ${stepMs}::int AS ms FROM place
      ), named AS MATERIALIZED (
        SELECT i, g, index, to_timestamp(ms / 1000.0) AS at,
          ${uuidOf("ms", "g || 'generation'")} AS "generationId",
          ${uuidOf("ms + index", "i || 'attempt'")} AS "attemptId",
          ${uuidOf("ms + index", "i || 'image'")} AS id,
          (${[...models]}::text[])[g % ${models.length}::int + 1] AS model,
          (${[...prompts]}::text[])[g % ${prompts.length}::int + 1] || ', ' || g + 1 AS prompt,
          CASE WHEN g % 40 = 5 THEN now() END AS "generationDeletedAt"
        FROM timed, (SELECT ${run}::text AS run) AS run
      )`;
}

/** What names no model was painted. */
const gatewayOf = Prisma.sql`
  CASE WHEN model IS NULL THEN ${localGatewayId}::uuid ELSE ${givenGatewayId}::uuid END`;

/** A UUIDv7 of this time, the same for the same words of the run. PostgreSQL makes them from 18 on, and later ones never. */
function uuidOf(ms: string, words: string): Prisma.Sql {
  return Prisma.raw(
    `(lpad(to_hex(${ms}), 12, '0') || '7' || left(md5(run || ${words}), 3) || '8' || right(md5(run || ${words}), 15))::uuid`,
  );
}
