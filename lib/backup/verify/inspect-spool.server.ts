import * as z from "zod";
import type { Finding } from "#lib/backup/verify/finding.ts";
import { type AttemptState, attemptStateSchema } from "#lib/contract/attempt-state.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { listFiles } from "#lib/storage/disk/list-files.server.ts";
import { isTemporary } from "#lib/storage/disk/write-durably.server.ts";
import { attemptIdOf, isSpoolKey } from "#lib/storage/spool/spool-key.ts";

/** A picture leaves the spool just after its attempt has ended; this long that may take. */
const leavingMs = 60_000;

/** Says of each entry of the spool why it is there; `unsettledIds` are ended attempts that may still be given their picture. */
export async function inspectSpool(
  connection: SqlConnection,
  { spoolDir, takenAt }: { spoolDir: string; takenAt: Date },
): Promise<{ findings: Finding[]; unsettledIds: string[] }> {
  const keys: string[] = [];
  for await (const { key } of listFiles(spoolDir)) {
    // The studio sweeps what was never finished once it is old: it was never a picture.
    if (!isTemporary(key)) keys.push(key);
  }
  const attempts = await readAttempts(connection, [
    ...new Set(keys.filter(isSpoolKey).map(attemptIdOf)),
  ]);
  const leftSince = takenAt.getTime() - leavingMs;

  const findings = keys.flatMap((key): Finding[] => {
    const subject = `spool/${key}`;
    if (!isSpoolKey(key)) return [{ kind: "foreign-file", subject }];
    const attempt = attempts.get(attemptIdOf(key));
    if (!attempt) return [{ kind: "spool-without-attempt", subject }];

    const { state, endedMs, indexes } = attempt;
    const isKept = indexes.includes(Number(key.slice(key.indexOf("/") + 1)));
    if (isKept && (endedMs ?? 0) > leftSince) return [];
    return [{ ...explain(state, { isKept }), subject }];
  });
  const unsettledIds = [...attempts.values()].flatMap(({ id, state }) =>
    state === "unknown" ? [id] : [],
  );
  return { findings, unsettledIds };
}

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    state: attemptStateSchema,
    endedMs: z.number().nullable(),
    /** The places of the pictures that are in the gallery. */
    indexes: z.array(z.int()),
  }),
);

async function readAttempts(connection: SqlConnection, ids: string[]) {
  const { rows } = await connection.query(
    `SELECT id::text, state, extract(epoch FROM "endedAt")::float8 * 1000 AS "endedMs",
       ARRAY(SELECT index FROM "Image" WHERE "attemptId" = attempt.id) AS indexes
     FROM "Attempt" attempt WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rowsSchema.parse(rows).map((row) => [row.id, row]));
}

function explain(state: AttemptState, { isKept }: { isKept: boolean }): Omit<Finding, "subject"> {
  if (isKept) return { kind: "spool-settled" };
  switch (state) {
    case "succeeded":
    case "failed":
      return { kind: "spool-unusable" };
    case "canceled":
    case "queued":
    case "claimed":
      return { kind: "spool-unexplained", detail: `Its request is ${state}.` };
    case "sending":
    case "receiving":
    case "storing":
    case "unknown":
      return { kind: "spool-on-the-way", detail: `Its request is ${state}.` };
    default:
      return state satisfies never;
  }
}
