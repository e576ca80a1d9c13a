import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { ImagesChange, ImagesDeed } from "#lib/contract/library/images-change.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { chooseImages } from "#lib/library/change/choose-images.server.ts";
import type { FindOptions } from "#lib/library/find/find-condition.server.ts";
import { imageColumns, readTiles } from "#lib/library/read-tiles.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

/** What a deed writes, and which pictures it leaves alone as they are so already. */
const deeds: Record<ImagesDeed, { set: Prisma.Sql; where: Prisma.Sql }> = {
  favorite: {
    set: Prisma.sql`"favoritedAt" = now()`,
    where: Prisma.sql`"favoritedAt" IS NULL`,
  },
  unfavorite: {
    set: Prisma.sql`"favoritedAt" = NULL`,
    where: Prisma.sql`"favoritedAt" IS NOT NULL`,
  },
  trash: { set: Prisma.sql`"deletedAt" = now()`, where: Prisma.sql`"deletedAt" IS NULL` },
  restore: { set: Prisma.sql`"deletedAt" = NULL`, where: Prisma.sql`"deletedAt" IS NOT NULL` },
};

interface ChangeOptions {
  userId: string;
  /** What `of.q` asks for. */
  search?: Omit<FindOptions, "userId"> | null;
}

interface ChangedImages {
  /** Those that were not so already, as they are now. */
  images: ImageTile[];
  /** Where the next page of the list begins; null at its end, and where ids were given. */
  next: string | null;
}

/**
 * Does one thing to several of the owner's pictures; those that are not there are passed over. They
 * are locked in the order of their ids, as everybody who locks several does.
 */
export function changeImages(
  client: PrismaClient,
  { userId, deed, of, search = null }: ImagesChange & ChangeOptions,
): Promise<ChangedImages> {
  const { set, where } = deeds[deed];
  return client.$transaction(async (transaction) => {
    const { ids, next } = await chooseImages(transaction, { userId, of, search });
    const changed = await transaction.$queryRaw<{ id: string }[]>`
      WITH locked AS (
        SELECT id FROM "Image" WHERE id = ANY(${ids}::uuid[]) AND "userId" = ${userId}::uuid AND ${where}
        ORDER BY id FOR UPDATE
      )
      UPDATE "Image" SET ${set} FROM locked WHERE "Image".id = locked.id RETURNING "Image".id::text`;
    const images =
      changed.length === 0
        ? []
        : await readTiles(
            transaction,
            Prisma.sql`SELECT ${imageColumns} FROM "Image" WHERE id = ANY(${changed.map(({ id }) => id)}::uuid[])`,
          );
    if (images.length > 0) {
      await appendEvents(transaction, { userId, events: [{ type: "images-updated", images }] });
    }
    return { images, next };
  });
}
