import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** How long events are kept, in days. A reader whose cursor is older starts anew from a snapshot. */
const keptDays = 7;

/** Forgets the events that are older than a week, by the database's clock; returns how many there were. */
export function pruneEvents(client: PrismaClient): Promise<number> {
  return client.$executeRaw`
    DELETE FROM "Event" WHERE "createdAt" < clock_timestamp() - make_interval(days => ${keptDays}::int)`;
}
