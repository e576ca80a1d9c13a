import type { ImageView } from "#lib/contract/image-view.ts";
import { imageSelect, toImageView } from "#lib/images/image-record.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** Pictures of one page of the gallery at most. */
export const imagesPageMax = 100;

/**
 * The owner's pictures, newest first: those before the id `before`, `limit` at most. Hidden ones and those in
 * the trash are left out.
 */
export async function listImages(
  client: Pick<PrismaClient, "image">,
  {
    userId,
    before,
    limit = imagesPageMax,
    onlyFavorites = false,
  }: { userId: string; before?: string | undefined; limit?: number; onlyFavorites?: boolean },
): Promise<ImageView[]> {
  const records = await client.image.findMany({
    where: {
      userId,
      deletedAt: null,
      hiddenAt: null,
      ...(before ? { id: { lt: before } } : {}),
      ...(onlyFavorites ? { favoritedAt: { not: null } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit,
    select: imageSelect,
  });
  return records.map(toImageView);
}
