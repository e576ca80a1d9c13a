import * as z from "zod";
import type { Database } from "#lib/platform/database/database.server.ts";
import type { AttemptChange } from "../evidence.ts";

const changeSchema = z
  .object({
    at: z.date(),
    attempt: z.string(),
    fromState: z.string().nullable(),
    toState: z.string(),
    fromFence: z.int(),
    toFence: z.int(),
    fromOwner: z.string().nullable(),
    toOwner: z.string().nullable(),
    leaseUntil: z.date().nullable(),
    writer: z.string(),
  })
  .transform(
    (row): AttemptChange => ({
      attemptId: row.attempt,
      at: row.at.getTime(),
      from: row.fromState,
      to: row.toState,
      fromFence: row.fromFence,
      toFence: row.toFence,
      owner: row.fromOwner,
      newOwner: row.toOwner,
      leaseUntil: row.leaseUntil?.getTime() ?? null,
      writerPid: Number(/^atelier:(\d+)$/.exec(row.writer)?.[1] ?? 0) || null,
    }),
  );

/** What the trigger of `watchAttempts` wrote down, in the order of the commits' rows. */
export async function readChanges({ client }: Database): Promise<AttemptChange[]> {
  const rows = await client.$queryRaw`
    SELECT at, attempt::text, "fromState", "toState", "fromFence", "toFence", "fromOwner", "toOwner",
      "leaseUntil", writer
    FROM "Witness" ORDER BY number`;
  return z.array(changeSchema).parse(rows);
}
