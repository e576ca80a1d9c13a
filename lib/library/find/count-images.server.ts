import { countMax, type ImageCount } from "#lib/contract/library/find-answers.ts";
import {
  allFound,
  type FindCondition,
  type FindOptions,
  toFindCondition,
} from "#lib/library/find/find-condition.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

/** How many pictures a search finds, counted up to `countMax`. */
export async function countImages(
  client: Pick<PrismaClient, "$queryRaw" | "gateway">,
  options: FindOptions,
): Promise<ImageCount> {
  const found = someFound(await toFindCondition(client, options));
  const [row] = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${found}) AS found`;
  return capCount(row?.count ?? 0);
}

/** One picture more than are counted of those that a search finds, in no order. */
export function someFound(condition: FindCondition): Prisma.Sql {
  return Prisma.sql`
    SELECT "generationId", "blobHash" FROM (${allFound(condition)} OFFSET 0) AS found
    WHERE ${condition.where} LIMIT ${countMax + 1}::int`;
}

/** A count as screens tell it. */
export function capCount(count: number): ImageCount {
  return { count: Math.min(count, countMax), isCapped: count > countMax };
}
