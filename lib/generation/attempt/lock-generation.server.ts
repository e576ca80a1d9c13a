import type { Transaction } from "#lib/platform/database/database.server.ts";

/**
 * Locks a generation, so that the changes of its attempts come one after another, and tells the database's time.
 * The first statement of every transaction that changes an attempt: the order of locks is always the same.
 */
export async function lockGeneration(
  transaction: Transaction,
  generationId: string,
): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() AS now FROM "Generation" WHERE id = ${generationId}::uuid FOR UPDATE`;
  if (!row) throw new TypeError(`no generation ${generationId}`);

  return row.now;
}
