import { type ImageLineage, lineageChildrenMax } from "#lib/contract/library/image-lineage.ts";
import { selectTiles, type TileRow, toTile } from "#lib/library/read-tiles.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** More than a press can make. */
const siblingsMax = 200;

/** How many of those that were made from it are looked at for the newest: one may be run again for years. */
const derivedMax = 1_000;

interface RelatedRow extends TileRow {
  part: keyof ImageLineage;
}

/** The pictures that one of the owner's came from, came with, and led to: by index, and so many at most. Throws `not_found`. */
export async function getLineage(
  client: Pick<PrismaClient, "$queryRaw" | "image">,
  { userId, id }: { userId: string; id: string },
): Promise<ImageLineage> {
  const own = await client.image.findFirst({
    where: { id, userId },
    select: { generationId: true, generation: { select: { sourceGenerationId: true } } },
  });
  if (!own) throw new AppError("not_found", say("refusals.noPicture"));

  const { generationId, generation } = own;
  const rows = await client.$queryRaw<RelatedRow[]>`
    WITH related AS MATERIALIZED (
      ${siblingsOf(generationId, id)}
      UNION ALL ${sourceOf(generation.sourceGenerationId)}
      UNION ALL ${inputsOf(generationId)}
      UNION ALL ${childrenOf(generationId, id)}
    )
    SELECT related.part, tile.* FROM related
    -- One by one: for so few the planner would rather read all of a small library.
    CROSS JOIN LATERAL (
      ${selectTiles(Prisma.sql`"Image"`)}
      WHERE image.id = related.id AND image."userId" = ${userId}::uuid
      LIMIT 1
    ) AS tile
    ORDER BY related.part, related.place, related.id`;

  const tilesOf = (part: keyof ImageLineage) =>
    rows.filter((row) => row.part === part).map(({ part: _, ...row }) => toTile(row));
  return {
    parents: tilesOf("parents"),
    siblings: tilesOf("siblings"),
    children: tilesOf("children"),
  };
}

const isListed = Prisma.sql`image."deletedAt" IS NULL AND image."hiddenAt" IS NULL`;

function siblingsOf(generationId: string, id: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'siblings' AS part, image.id, attempt.index * 1000 + image.index AS place
    FROM "Image" AS image JOIN "Attempt" AS attempt ON attempt.id = image."attemptId"
    WHERE image."generationId" = ${generationId}::uuid AND ((${isListed}) OR image.id = ${id}::uuid)
    LIMIT ${siblingsMax}::int)`;
}

function sourceOf(sourceGenerationId: string | null): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'parents' AS part, image.id, 0 AS place FROM "Image" AS image
    WHERE image."generationId" = ${sourceGenerationId}::uuid AND ${isListed}
    ORDER BY image.id LIMIT 1)`;
}

/** Each once, where it stands first: one may have gone into it several times. */
function inputsOf(generationId: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'parents' AS part, image.id, 1 + min(input.position) AS place
    FROM "Input" AS input JOIN "Image" AS image ON image.id = input."imageId"
    WHERE input."generationId" = ${generationId}::uuid AND ${isListed}
    GROUP BY image.id)`;
}

function childrenOf(generationId: string, id: string): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'children' AS part, image.id, 0 AS place
    FROM (
      (SELECT id FROM "Generation" WHERE "sourceGenerationId" = ${generationId}::uuid LIMIT ${derivedMax}::int)
      UNION
      (SELECT "generationId" AS id FROM "Input" WHERE "imageId" = ${id}::uuid LIMIT ${derivedMax}::int)
    ) AS derived
    CROSS JOIN LATERAL (
      SELECT image.id FROM "Image" AS image
      WHERE image."generationId" = derived.id AND ${isListed}
      ORDER BY image.id LIMIT 1
    ) AS image
    ORDER BY image.id DESC LIMIT ${lineageChildrenMax}::int)`;
}
