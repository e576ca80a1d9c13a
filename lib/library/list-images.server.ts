import { type ImageTile, tilePromptMax } from "#lib/contract/library/image-tile.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";
import { cutText, unitsPerCharacterMax } from "#lib/platform/text/cut-text.ts";

/** Pictures of one page of the gallery at most. */
export const imagesPageMax = 100;

/** In code points: as many as the characters, as people see them, can be made of that are told. */
const promptPointsMax = tilePromptMax * unitsPerCharacterMax;

interface ListOptions {
  userId: string;
  before?: string | undefined;
  limit?: number;
  onlyFavorites?: boolean;
}

/**
 * The owner's pictures, newest first: those before the id `before`, `limit` at most. Hidden ones and those in the trash are left
 * out. Of a prompt only its start leaves the database.
 */
export function listImages(
  client: Pick<PrismaClient, "$queryRaw">,
  { userId, before, limit = imagesPageMax, onlyFavorites = false }: ListOptions,
): Promise<ImageTile[]> {
  // The planner takes an index of some rows only where its condition stands in the query, word for word.
  return readTiles(
    client,
    Prisma.sql`
      SELECT ${tileColumns} FROM "Image"
      WHERE "userId" = ${userId}::uuid AND "deletedAt" IS NULL AND "hiddenAt" IS NULL
        ${onlyFavorites ? Prisma.sql`AND "favoritedAt" IS NOT NULL` : Prisma.empty}
        ${before === undefined ? Prisma.empty : Prisma.sql`AND id < ${before}::uuid`}
      ORDER BY id DESC LIMIT ${limit}::int`,
  );
}

/** What `readTiles` takes of an image. */
export const tileColumns = Prisma.sql`id, "generationId", "blobHash", "favoritedAt", "hiddenAt", "createdAt"`;

interface TileRow extends Omit<ImageTile, "createdAt" | "deletedAt"> {
  createdAt: Date;
}

/** The tiles of the images that a query gives, with `tileColumns`; newest first. */
export async function readTiles(
  client: Pick<PrismaClient, "$queryRaw">,
  images: Prisma.Sql,
): Promise<ImageTile[]> {
  const rows = await client.$queryRaw<TileRow[]>`
    SELECT image.id, image."generationId", left(generation.prompt, ${promptPointsMax}) AS prompt,
      blob.width, blob.height, blob.thumbhash, image."favoritedAt" IS NOT NULL AS "isFavorite",
      image."hiddenAt" IS NOT NULL AS "isHidden", image."createdAt"
    FROM (${images}) AS image
    JOIN "Generation" AS generation ON generation.id = image."generationId"
    JOIN "Blob" AS blob ON blob.hash = image."blobHash"
    ORDER BY image.id DESC`;
  return rows.map(({ prompt, createdAt, ...same }) => ({
    ...same,
    prompt: cutText(prompt, { charactersMax: tilePromptMax, ending: "" }),
    deletedAt: null,
    createdAt: createdAt.toISOString(),
  }));
}
