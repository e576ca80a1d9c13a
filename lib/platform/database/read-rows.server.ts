import type { SqlConnection } from "./sql-connection.server.ts";

const rowsAtOnce = 200;

/**
 * The rows of a query, a few hundred in memory at a time. Within a transaction only, one reading at a time. The query is our
 * own text: nothing in it is escaped.
 */
export async function* readRows(connection: SqlConnection, sql: string): AsyncGenerator<unknown> {
  await connection.query(`DECLARE reading NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await connection.query(`FETCH ${rowsAtOnce} FROM reading`);
    yield* rows;
    if (rows.length < rowsAtOnce) break;
  }
  await connection.query("CLOSE reading");
}
