import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import { trashDays } from "#lib/contract/library/trash-days.ts";
import type { PurgedImage } from "#lib/contract/studio-event.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import type { PrismaClient, Transaction } from "#lib/platform/database/database.server.ts";

/**
 * Takes these of the owner's pictures out of the library for good, as far as they are in the trash; the others are passed over. Their
 * bytes go with the next sweep of uploads, where nothing else names them.
 */
export function purgeImages(
  client: PrismaClient,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<PurgedImage[]> {
  return client.$transaction((transaction) => purge(transaction, { userId, ids, before: null }));
}

/** Does so to all that have been in the trash for `trashDays`. Resolves to how many went. */
export async function purgeOldTrash(
  client: PrismaClient,
  { now = new Date(), signal }: { now?: Date; signal?: AbortSignal } = {},
): Promise<number> {
  const before = new Date(now.getTime() - trashDays * 24 * 60 * 60_000);
  const users = await client.user.findMany({ select: { id: true } });
  let gone = 0;
  for (const { id: userId } of users) {
    for (;;) {
      if (signal?.aborted) return gone;
      const old = await client.image.findMany({
        where: { userId, deletedAt: { lt: before } },
        orderBy: { id: "asc" },
        take: changedImagesMax,
        select: { id: true },
      });
      const ids = old.map(({ id }) => id);
      const page = await client.$transaction((transaction) =>
        purge(transaction, { userId, ids, before }),
      );
      gone += page.length;
      if (page.length === 0) break;
    }
  }
  return gone;
}

/**
 * In one statement each: the rows go in the order of their ids, as everybody locks them who locks several, and their blobs are noted
 * as uploads of long ago. So whatever happens between, the bytes are found again by the sweep that removes them.
 */
async function purge(
  transaction: Transaction,
  { userId, ids, before }: { userId: string; ids: readonly string[]; before: Date | null },
): Promise<PurgedImage[]> {
  const gone = await transaction.$queryRaw<PurgedImage[]>`
    WITH locked AS (
      SELECT id FROM "Image"
      WHERE id = ANY(${ids}::uuid[]) AND "userId" = ${userId}::uuid AND "deletedAt" IS NOT NULL
        AND (${before}::timestamptz IS NULL OR "deletedAt" < ${before}::timestamptz)
      ORDER BY id FOR UPDATE
    ), gone AS (
      DELETE FROM "Image" USING locked WHERE "Image".id = locked.id
      RETURNING "Image".id, "generationId", "blobHash"
    ), noted AS (
      INSERT INTO "Upload" ("userId", "blobHash", "uploadedAt")
      SELECT DISTINCT ${userId}::uuid, "blobHash", to_timestamp(0) FROM gone
      ON CONFLICT DO NOTHING
    )
    SELECT id::text, "generationId"::text FROM gone ORDER BY id`;
  if (gone.length > 0) {
    await appendEvents(transaction, { userId, events: [{ type: "images-purged", images: gone }] });
  }
  return gone;
}
