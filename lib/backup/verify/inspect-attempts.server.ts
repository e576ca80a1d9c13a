import * as z from "zod";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { attemptStateSchema } from "#lib/contract/attempt-state.ts";
import { generationStateOf } from "#lib/generation/attempt/generation-state.ts";
import { readRows } from "#lib/platform/database/read-rows.server.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";

/** A running studio takes over what nobody works on within half a minute. */
const leaseOverSeconds = 300;

const stuckSchema = z.array(
  z.object({ id: z.string(), state: z.string(), isElsewhere: z.boolean() }),
);

/** Attempts that a runner held, and that no runner holds any more; when none is at work, they wait for the next start. */
export async function inspectAttempts(
  connection: SqlConnection,
  { isServed }: { isServed: boolean },
): Promise<Finding[]> {
  const { rows } = await connection.query(
    `SELECT id::text, state, coalesce("errorCode" = 'other_folder', false) AS "isElsewhere" FROM "Attempt"
     WHERE state IN ('claimed', 'sending', 'receiving', 'storing')
       AND greatest("leaseUntil", "notBefore") < clock_timestamp() - make_interval(secs => $1::int)
     ORDER BY position`,
    [leaseOverSeconds],
  );
  return stuckSchema.parse(rows).map(({ id, state, isElsewhere }) => ({
    kind: isElsewhere ? "attempt-elsewhere" : isServed ? "attempt-stuck" : "attempt-waiting",
    subject: id,
    detail: `It is ${state}.`,
  }));
}

const generationSchema = z.object({
  id: z.string(),
  state: z.string(),
  attempts: z.array(
    z.object({ id: z.string(), state: attemptStateSchema, retryOfId: z.string().nullable() }),
  ),
});

/** Generations whose state does not follow from their attempts; `generations` tells how many were looked at. */
export async function inspectGenerations(
  connection: SqlConnection,
): Promise<{ findings: Finding[]; generations: number; attempts: number }> {
  const result = { findings: [] as Finding[], generations: 0, attempts: 0 };
  const rows = readRows(
    connection,
    `SELECT generation.id::text, generation.state, json_agg(json_build_object(
       'id', attempt.id, 'state', attempt.state, 'retryOfId', attempt."retryOfId")) AS attempts
     FROM "Generation" generation JOIN "Attempt" attempt ON attempt."generationId" = generation.id
     GROUP BY generation.id ORDER BY generation.id`,
  );
  for await (const row of rows) {
    const { id, state, attempts } = generationSchema.parse(row);
    const expected = generationStateOf(attempts);
    result.generations += 1;
    result.attempts += attempts.length;
    if (state === expected) continue;
    const detail = `It is ${state}; from its requests follows ${expected}.`;
    result.findings.push({ kind: "state-wrong", subject: id, detail });
  }
  return result;
}

const oldestSchema = z.array(z.object({ ms: z.number().nullable() })).length(1);

/** A database on another machine may have another clock. */
const clocksApartMs = 60_000;

/**
 * Files that were written before this moment, in milliseconds, belong to no attempt in flight: a file is put in its place before
 * its row is written, and its attempt was claimed before that.
 */
export async function findSettledBefore(
  connection: SqlConnection,
  { takenAt, unsettledIds }: { takenAt: Date; unsettledIds: string[] },
): Promise<number> {
  const { rows } = await connection.query(
    `SELECT extract(epoch FROM min(coalesce("sentAt", "claimedAt", "createdAt")))::float8 * 1000 AS ms
     FROM "Attempt" WHERE state IN ('claimed', 'sending', 'receiving', 'storing') OR id = ANY($1::uuid[])`,
    [unsettledIds],
  );
  const [oldest] = oldestSchema.parse(rows);
  return Math.min(takenAt.getTime(), (oldest?.ms ?? Number.POSITIVE_INFINITY) - clocksApartMs);
}
