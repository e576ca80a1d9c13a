import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { ImageList } from "#lib/contract/library/images-change.ts";
import { imageColumns, readTiles, type TilesClient } from "#lib/library/read-tiles.server.ts";
import { Prisma } from "#lib/platform/database/database.server.ts";

/** Pictures of one page of the gallery at most. */
export const imagesPageMax = 100;

/** What a list shows. The planner takes an index of some rows only where its condition stands in the query, word for word. */
export const conditionOf: Record<ImageList, Prisma.Sql> = {
  all: Prisma.sql`"deletedAt" IS NULL AND "hiddenAt" IS NULL`,
  favorites: Prisma.sql`"favoritedAt" IS NOT NULL AND "deletedAt" IS NULL AND "hiddenAt" IS NULL`,
  trash: Prisma.sql`"deletedAt" IS NOT NULL`,
};

export interface ListOptions {
  userId: string;
  list?: ImageList;
  before?: string | undefined;
  limit?: number;
}

/** The owner's pictures of a list, newest first: those before the id `before`, `limit` at most. */
export function listImages(
  client: TilesClient,
  { userId, list = "all", before, limit = imagesPageMax }: ListOptions,
): Promise<ImageTile[]> {
  return readTiles(
    client,
    Prisma.sql`
      SELECT ${imageColumns} FROM "Image"
      WHERE "userId" = ${userId}::uuid AND ${conditionOf[list]}
        ${before === undefined ? Prisma.empty : Prisma.sql`AND id < ${before}::uuid`}
      ORDER BY id DESC LIMIT ${limit}::int`,
  );
}
