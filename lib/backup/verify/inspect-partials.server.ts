import { validate } from "uuid";
import * as z from "zod";
import type { Finding } from "#lib/backup/verify/finding.ts";
import type { SqlConnection } from "#lib/platform/database/sql-connection.server.ts";
import { listFiles } from "#lib/storage/disk/list-files.server.ts";
import { isUnfinished } from "#lib/storage/spool/partial-store.server.ts";

/** A partial picture goes just after its attempt has ended; this long that may take. */
const leavingMs = 60_000;

const idsSchema = z.array(z.object({ id: z.string() }));

/** Looks at unfinished pictures that are shown no more. */
export async function inspectPartials(
  connection: SqlConnection,
  { partialsDir, takenAt }: { partialsDir: string; takenAt: Date },
): Promise<Finding[]> {
  const { rows } = await connection.query(
    `SELECT id::text FROM "Attempt" WHERE state IN ('claimed', 'sending', 'receiving', 'storing')`,
  );
  const live = new Set(idsSchema.parse(rows).map(({ id }) => id));

  const findings: Finding[] = [];
  for await (const { key, modifiedMs } of listFiles(partialsDir)) {
    const isShown = validate(key) && live.has(key);
    // The studio sweeps it when it starts, or recovers its attempt.
    if (isUnfinished(key)) continue;
    if (isShown || modifiedMs > takenAt.getTime() - leavingMs) continue;
    findings.push({ kind: "partial-left", subject: `partials/${key}` });
  }
  return findings;
}
