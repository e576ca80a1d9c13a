import { type ImageMonth, monthCountMax } from "#lib/contract/library/find-answers.ts";
import { conditionOf, type ListOptions } from "#lib/library/list-images.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

interface MonthsOptions extends Pick<ListOptions, "userId" | "list"> {
  /** In which the months begin. */
  timeZone: string;
}

/**
 * The months in which the owner has pictures, the last first. From one it steps to the newest picture before it, by the index of the
 * list: as many steps as there are months, however many pictures.
 */
export async function listMonths(
  client: Pick<PrismaClient, "$queryRaw">,
  { userId, list = "all", timeZone }: MonthsOptions,
): Promise<ImageMonth[]> {
  const shown = Prisma.sql`"userId" = ${userId}::uuid AND ${conditionOf[list]}`;
  const monthOf = (id: Prisma.Sql) =>
    Prisma.sql`date_trunc('month', to_timestamp(('x' || left(replace(${id}::text, '-', ''), 12))::bit(48)::bigint / 1000.0) AT TIME ZONE ${timeZone})`;
  // The smallest id of a time: a UUIDv7 begins with its milliseconds.
  const idAt = (month: Prisma.Sql) =>
    Prisma.sql`rpad(lpad(to_hex((extract(epoch FROM ${month} AT TIME ZONE ${timeZone}) * 1000)::bigint), 12, '0'), 32, '0')::uuid`;
  const newest = (below: Prisma.Sql) =>
    Prisma.sql`SELECT id FROM "Image" WHERE ${shown} ${below} ORDER BY id DESC LIMIT 1`;
  const months = await client.$queryRaw<{ month: string; count: number }[]>`
    WITH RECURSIVE step AS (
      SELECT ${monthOf(Prisma.sql`id`)} AS start FROM (${newest(Prisma.empty)}) AS first
      UNION ALL
      SELECT ${monthOf(Prisma.sql`older.id`)} FROM step,
        LATERAL (${newest(Prisma.sql`AND id < ${idAt(Prisma.sql`step.start`)}`)}) AS older
    )
    SELECT to_char(start, 'YYYY-MM') AS month, (
      SELECT count(*)::int FROM (
        SELECT FROM "Image"
        WHERE ${shown} AND id >= ${idAt(Prisma.sql`start`)}
          AND id < ${idAt(Prisma.sql`(start + interval '1 month')`)}
        LIMIT ${monthCountMax + 1}::int
      ) AS counted
    ) AS count
    FROM step ORDER BY start DESC`;
  return months.map(({ month, count }) => ({
    month,
    count: Math.min(count, monthCountMax),
    isCapped: count > monthCountMax,
  }));
}
