import type { SqlConnection } from "./sql-connection.server.ts";

/**
 * The rows of a query, `rowsAtOnce` of them in memory at a time, by default a few hundred. Within a transaction only, one reading at a time. The query is our
 * own text: nothing in it is escaped.
 */
export async function* readRows(
  connection: SqlConnection,
  sql: string,
  { rowsAtOnce = 200 }: { rowsAtOnce?: number | undefined } = {},
): AsyncGenerator<unknown> {
  await connection.query(`DECLARE reading NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await connection.query(`FETCH ${rowsAtOnce} FROM reading`);
    yield* rows;
    if (rows.length < rowsAtOnce) break;
  }
  await connection.query("CLOSE reading");
}
