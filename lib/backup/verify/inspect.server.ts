import { join } from "node:path";
import { openBlobStore } from "#lib/backup/open-blob-store.server.ts";
import { type Place, requireStudio } from "#lib/backup/place.server.ts";
import { takeSnapshot } from "#lib/backup/snapshot/take-snapshot.server.ts";
import type { Finding } from "#lib/backup/verify/finding.ts";
import {
  findSettledBefore,
  inspectAttempts,
  inspectGenerations,
} from "#lib/backup/verify/inspect-attempts.server.ts";
import { inspectFiles } from "#lib/backup/verify/inspect-files.server.ts";
import { inspectImages } from "#lib/backup/verify/inspect-images.server.ts";
import { inspectPartials } from "#lib/backup/verify/inspect-partials.server.ts";
import { inspectSpool } from "#lib/backup/verify/inspect-spool.server.ts";

export interface Inspection {
  /** For people: which database. */
  database: string;
  takenAt: string;
  counts: {
    generations: number;
    attempts: number;
    pictures: number;
    files: number;
    bytes: number;
  };
  findings: Finding[];
}

/** For a row that nothing refers to, whatever may be on its way to it. */
const unusedAgeMinMs = 60 * 60 * 1000;

/**
 * Compares a studio's rows with its files, whether it runs or not, and changes nothing. With `quick` no file is read. Throws an
 * `AppError` when there is no studio, or it cannot be read.
 */
export async function inspect(place: Place, { quick }: { quick: boolean }): Promise<Inspection> {
  await requireStudio(place);
  const { dataDir } = place;
  const store = openBlobStore(place);
  const snapshot = await takeSnapshot(place);
  try {
    const { connection, takenAt, spoolDir } = snapshot;
    const spool = await inspectSpool(connection, { spoolDir, takenAt });
    const settledBeforeMs = await findSettledBefore(connection, {
      takenAt,
      unsettledIds: spool.unsettledIds,
    });
    const { generations, attempts, ...states } = await inspectGenerations(connection);
    const stuck = await inspectAttempts(connection, snapshot);
    const partials = await inspectPartials(connection, {
      partialsDir: join(dataDir, "partials"),
      takenAt,
    });
    const { pictures, files, bytes, hashes, ...shown } = await inspectImages(connection, {
      store,
      quick,
      settledBeforeMs: Math.min(settledBeforeMs, takenAt.getTime() - unusedAgeMinMs),
    });
    const others = await inspectFiles({
      store,
      hashes,
      settledBeforeMs,
      nowMs: takenAt.getTime(),
    });
    return {
      database: snapshot.description,
      takenAt: takenAt.toISOString(),
      counts: { generations, attempts, pictures, files, bytes },
      findings: [
        ...shown.findings,
        ...others,
        ...spool.findings,
        ...partials,
        ...stuck,
        ...states.findings,
      ],
    };
  } finally {
    await snapshot.close();
  }
}
