import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import {
  allFound,
  type FindOptions,
  toFindCondition,
} from "#lib/library/find/find-condition.server.ts";
import { imagesPageMax } from "#lib/library/list-images.server.ts";
import { imageColumns, readTiles } from "#lib/library/read-tiles.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

interface PageOptions extends FindOptions {
  before?: string | undefined;
  limit?: number;
  /** How many of the newest are looked through before the index of words is asked: common words are found there at once. */
  newestMax?: number;
}

/** The pictures that a search finds, newest first: those before the id `before`, `limit` at most, as `listImages`. */
export async function findImages(
  client: Pick<PrismaClient, "$queryRaw" | "gateway">,
  { before, limit = imagesPageMax, newestMax = 10_000, ...options }: PageOptions,
): Promise<ImageTile[]> {
  const { where, search, isNarrow } = await toFindCondition(client, options);
  const below = before === undefined ? where : Prisma.sql`${where} AND id < ${before}::uuid`;
  const newestFirst = Prisma.sql`ORDER BY id DESC LIMIT ${limit}::int`;
  if (!search && !isNarrow) {
    return readTiles(
      client,
      Prisma.sql`SELECT ${imageColumns} FROM "Image" WHERE ${below} ${newestFirst}`,
    );
  }

  if (!isNarrow) {
    const tiles = await readTiles(
      client,
      Prisma.sql`
        SELECT ${imageColumns} FROM (
          SELECT ${imageColumns}, search FROM "Image" WHERE ${below} ORDER BY id DESC LIMIT ${newestMax}::int
        ) AS newest WHERE search @@ ${search} ${newestFirst}`,
    );
    if (tiles.length === limit) return tiles;
  }

  return readTiles(
    client,
    Prisma.sql`
      WITH found AS MATERIALIZED (${allFound({ where: below, search, isNarrow })})
      SELECT ${imageColumns} FROM found WHERE ${below} ${newestFirst}`,
  );
}
