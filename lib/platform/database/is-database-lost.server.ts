import * as z from "zod";

/** What pg itself says of a connection that is gone; it gives no code. */
const lostWords =
  /connection terminated|is not queryable|timeout exceeded when trying to connect|connection ended/i;

/**
 * Prisma's "cannot reach", "timed out", "closed the connection", "no connection free" and "the transaction took too long",
 * which is rolled back; the system's; and PostgreSQL's classes 08 (connection exception) and 57P (it shuts down, or starts
 * up), 25P03 (it ended a transaction that stood still) and 53300 (no connection free).
 */
const lostCode =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONN\w+|EPIPE|ETIMEDOUT|08\w{3}|57P\w\w|25P03|53300)$/;

/** The driver adapter's own names for the same, where it has no code. */
const lostKind = /^(ConnectionClosed|DatabaseNotReachable|SocketTimeout|TooManyConnections)$/;

const text = z.string().optional().catch(undefined);
const causeSchema = z.object({ code: text, kind: text });

/** As the client wraps it, with a code of its own; or bare, where a transaction begins or ends. */
const errorSchema = causeSchema.extend({
  cause: causeSchema.optional().catch(undefined),
  meta: z
    .object({ driverAdapterError: z.object({ cause: causeSchema }) })
    .optional()
    .catch(undefined),
});

/** Whether a query failed because the database could not be reached, or went away: it is not known whether it was done. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (lostWords.test(error.message)) return true;

  const { data } = errorSchema.safeParse(error);
  const causes = [data, data?.cause, data?.meta?.driverAdapterError.cause];
  return causes.some(
    (cause) => lostCode.test(cause?.code ?? "") || lostKind.test(cause?.kind ?? ""),
  );
}
