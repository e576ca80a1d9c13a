import { type ImageTile, tilePromptMax } from "#lib/contract/library/image-tile.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";
import { cutText, unitsPerCharacterMax } from "#lib/platform/text/cut-text.ts";

/** In code points: as many as the characters, as people see them, can be made of that are told. */
const promptPointsMax = tilePromptMax * unitsPerCharacterMax;

export type TilesClient = Pick<PrismaClient, "$queryRaw">;

/** What is read of an image, less its document, which is read where it is compared. */
export const imageColumns = Prisma.sql`id, "userId", "generationId", "blobHash", "favoritedAt", "hiddenAt", "deletedAt", "createdAt"`;

export interface TileRow extends Omit<ImageTile, "createdAt" | "deletedAt"> {
  createdAt: Date;
  deletedAt: Date | null;
}

/** The pictures that these rows of `Image` are, newest first. */
export async function readTiles(client: TilesClient, images: Prisma.Sql): Promise<ImageTile[]> {
  const rows = await client.$queryRaw<TileRow[]>`
    ${selectTiles(Prisma.sql`(${images})`)} ORDER BY image.id DESC`;
  return rows.map(toTile);
}

/** Selects as `TileRow` the rows of `Image` that are given, under the name of "image". Of a prompt only its start leaves the database. */
export function selectTiles(images: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT image.id, image."generationId", left(generation.prompt, ${promptPointsMax}) AS prompt,
      blob.width, blob.height, blob.thumbhash, image."favoritedAt" IS NOT NULL AS "isFavorite",
      image."hiddenAt" IS NOT NULL AS "isHidden", image."deletedAt", image."createdAt"
    FROM ${images} AS image
    JOIN "Generation" AS generation ON generation.id = image."generationId"
    JOIN "Blob" AS blob ON blob.hash = image."blobHash"`;
}

/** A row of `selectTiles` as lists tell it. */
export function toTile({ prompt, deletedAt, createdAt, ...same }: TileRow): ImageTile {
  return {
    ...same,
    prompt: cutText(prompt, { charactersMax: tilePromptMax, ending: "" }),
    deletedAt: deletedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
