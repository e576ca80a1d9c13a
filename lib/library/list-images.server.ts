import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { readTiles, type TilesClient } from "#lib/library/read-tiles.server.ts";
import { Prisma } from "#lib/platform/database/database.server.ts";

/** Pictures of one page of the gallery at most. */
export const imagesPageMax = 100;

interface ListOptions {
  userId: string;
  before?: string | undefined;
  limit?: number;
  onlyFavorites?: boolean;
}

/**
 * The owner's pictures, newest first: those before the id `before`, `limit` at most. Hidden ones and those in the trash are left
 * out.
 */
export function listImages(
  client: TilesClient,
  { userId, before, limit = imagesPageMax, onlyFavorites = false }: ListOptions,
): Promise<ImageTile[]> {
  // The planner takes an index of some rows only where its condition stands in the query, word for word.
  return readTiles(
    client,
    Prisma.sql`
      SELECT * FROM "Image"
      WHERE "userId" = ${userId}::uuid AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
        ${onlyFavorites ? Prisma.sql`AND "favoritedAt" IS NOT NULL` : Prisma.empty}
        ${before === undefined ? Prisma.empty : Prisma.sql`AND id < ${before}::uuid`}
      ORDER BY id DESC LIMIT ${limit}::int`,
  );
}
