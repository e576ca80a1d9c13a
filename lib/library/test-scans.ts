import type { Database, Transaction } from "#lib/platform/database/database.server.ts";

interface Scans {
  name: string;
  isIndex: boolean;
  scans: number;
  rows: number;
}

/** By table, from one end to the other, and by index; what earlier transactions of the connection did is counted for a while. */
const readScans = (transaction: Transaction) => transaction.$queryRaw<Scans[]>`
  SELECT relname AS name, relkind = 'i' AS "isIndex", pg_stat_get_xact_numscans(oid)::int AS scans,
    pg_stat_get_xact_tuples_returned(oid)::int AS rows
  FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = current_schema()::regnamespace
  ORDER BY oid`;

/** Runs something in a transaction and tells the indexes that it used, and the larger tables that it read from one end to the other. */
export function watchScans<Answer>(
  { client }: Database,
  run: (transaction: Transaction) => Promise<Answer>,
) {
  return client.$transaction(async (transaction) => {
    const before = await readScans(transaction);
    const answer = await run(transaction);
    const after = await readScans(transaction);
    const scanned = after
      .map((now, at) => ({
        ...now,
        scans: now.scans - (before[at]?.scans ?? 0),
        rows: now.rows - (before[at]?.rows ?? 0),
      }))
      .filter(({ scans }) => scans > 0);
    const large = ["Image", "Generation", "Attempt"];
    return {
      answer,
      indexes: scanned.filter(({ isIndex }) => isIndex).map(({ name }) => name),
      wholeTables: scanned.map(({ name }) => name).filter((name) => large.includes(name)),
      rows: scanned.reduce((sum, { rows }) => sum + rows, 0),
    };
  });
}
