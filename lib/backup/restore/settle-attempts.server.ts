import * as z from "zod";
import { attemptStateSchema, generationStateSchema } from "#lib/contract/attempt-state.ts";
import { generationStateOf } from "#lib/generation/attempt/generation-state.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";

/** How far the numbers of events jump, so that no browser's cursor, from before or after the backup, fits what comes. */
const sequenceJump = 1_000_000;

/** What became of attempts that had not ended when the backup was made. */
export interface SettledAttempts {
  canceled: number;
  unknown: number;
}

/**
 * Ends what had not ended when a backup was made, within the transaction that loads its rows: the studio that it was made of may have sent
 * since what waited then, and the restored one sends nothing of it by itself. What has a picture in the spool is left
 * to the recovery, which keeps it, or tells that the picture is not in the backup.
 */
export async function settleAttempts(
  connection: SqlConnection,
  { spooledIds }: { spooledIds: string[] },
): Promise<SettledAttempts> {
  await connection.query(
    `UPDATE "Attempt" SET "leaseUntil" = clock_timestamp(), "notBefore" = NULL
     WHERE state = 'storing' OR (id = ANY($1::uuid[]) AND state IN ('claimed', 'sending', 'receiving'))`,
    [spooledIds],
  );
  const canceled = await endAttempts(connection, {
    spooledIds,
    where: `attempt.state IN ('queued', 'claimed') OR NOT attempt.paid`,
    to: "canceled",
    charged: "no",
  });
  const unknown = await endAttempts(connection, {
    spooledIds,
    where: `attempt.state IN ('sending', 'receiving')`,
    to: "unknown",
    charged: null,
  });
  await refreshStates(connection, [...canceled, ...unknown]);
  await connection.query(`UPDATE "User" SET "eventSequence" = "eventSequence" + $1::int`, [
    sequenceJump,
  ]);
  return { canceled: canceled.length, unknown: unknown.length };
}

const endedSchema = z.array(z.object({ generationId: z.string() }));

/** Answers the generation of each attempt that it ended. The tables are as old as the backup: what is told follows from the code. */
async function endAttempts(
  connection: SqlConnection,
  options: {
    spooledIds: string[];
    where: string;
    to: "canceled" | "unknown";
    charged: "no" | null;
  },
): Promise<string[]> {
  const { spooledIds, where, to, charged } = options;
  const { rows } = await connection.query(
    `UPDATE "Attempt" attempt SET
       state = $2::text, charged = $3::text, "errorCode" = 'restored',
       "endedAt" = clock_timestamp(), "leaseOwner" = NULL, "leaseUntil" = NULL, "notBefore" = NULL
     WHERE attempt.id <> ALL($1::uuid[])
       AND attempt.state IN ('queued', 'claimed', 'sending', 'receiving') AND (${where})
     RETURNING attempt."generationId"::text`,
    [spooledIds, to, charged],
  );
  return endedSchema.parse(rows).map(({ generationId }) => generationId);
}

const attemptsSchema = z.array(
  z.object({ id: z.string(), state: attemptStateSchema, retryOfId: z.string().nullable() }),
);

async function refreshStates(connection: SqlConnection, generationIds: string[]): Promise<void> {
  for (const generationId of new Set(generationIds)) {
    const { rows } = await connection.query(
      `SELECT id::text, state, "retryOfId"::text FROM "Attempt" WHERE "generationId" = $1::uuid`,
      [generationId],
    );
    const state = generationStateOf(attemptsSchema.parse(rows));
    await connection.query(
      `UPDATE "Generation" SET state = $2::text,
         "endedAt" = CASE WHEN $2::text IN ('queued', 'running') THEN NULL ELSE clock_timestamp() END
       WHERE id = $1::uuid`,
      [generationId, generationStateSchema.parse(state)],
    );
  }
}
