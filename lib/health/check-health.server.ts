import type { HealthView } from "#lib/contract/health-view.ts";
import { listPauses } from "#lib/generation/pause/list-pauses.server.ts";
import { readQueueFigures } from "#lib/generation/read-queue-figures.server.ts";
import type { Runner } from "#lib/generation/run/runner.server.ts";
import { checkClock } from "#lib/health/check-clock.ts";
import { checkDatabase } from "#lib/health/check-database.server.ts";
import { checkFolders } from "#lib/health/check-folders.server.ts";
import { checkPauses } from "#lib/health/check-pauses.ts";
import { checkQueue } from "#lib/health/check-queue.ts";
import type { CheckResult } from "#lib/health/check-result.ts";
import { checkRunner } from "#lib/health/check-runner.ts";
import { checkSpace } from "#lib/health/check-space.ts";
import { tryFolder } from "#lib/health/try-folder.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";

export interface HealthContext {
  client: PrismaClient;
  /** Whose pauses are told. */
  userId: string;
  runner: Pick<Runner, "status">;
  blobStore: Pick<BlobStore, "check">;
  /** Those on this machine's disk, by what they hold, as "spool". */
  folders: Record<string, string>;
  /** How many bytes there is room for, as the runner asks. */
  freeSpace(): Promise<number>;
  /** Below so many free megabytes nothing new is begun. */
  freeMbMin: number;
  /** How long the database and each folder may take to answer; two seconds unless it is given. */
  answerMs?: number;
  version: string;
}

/** Looks at everything that an operator may have to mend: two queries and a byte in each folder. Never throws. */
export async function checkHealth(context: HealthContext): Promise<HealthView> {
  const { answerMs, blobStore, folders, freeSpace, freeMbMin, runner, version } = context;
  const { lookedAt } = runner.status();
  const tries = Object.fromEntries(
    Object.entries(folders).map(([name, folder]) => [name, () => tryFolder(folder)]),
  );
  const [database, writing, freeBytes] = await Promise.all([
    checkDatabase(() => askDatabase(context), answerMs),
    checkFolders({ ...tries, files: blobStore.check }, answerMs),
    // A disk that does not tell is reported by the check beside it.
    freeSpace().catch(() => null),
  ]);

  const results: Record<string, CheckResult> = {
    database,
    folders: writing,
    ...(freeBytes === null ? {} : { space: checkSpace({ freeBytes, freeMbMin }) }),
    runner: checkRunner({ lookedAt, now: new Date() }),
    ...(database.answer ? checkAnswer(database.answer) : {}),
  };
  return { ...summarize(results), version, uptimeSeconds: Math.round(process.uptime()) };
}

async function askDatabase({ client, userId, runner }: HealthContext) {
  const pauses = await listPauses(client, userId);
  // A full disk holds up everything.
  const isFull = pauses.some(({ code }) => code === "disk_full");
  const figures = await readQueueFigures(client, { gateways: isFull ? [] : runner.status().free });
  return { pauses, figures, at: new Date() };
}

function checkAnswer({
  pauses,
  figures,
  at,
}: Awaited<ReturnType<typeof askDatabase>>): Record<string, CheckResult> {
  return {
    clock: checkClock({ ours: at, databases: figures.now }),
    pauses: checkPauses(pauses),
    queue: checkQueue(figures),
  };
}

function summarize(
  results: Record<string, CheckResult>,
): Pick<HealthView, "status" | "problems" | "checks"> {
  const all = Object.values(results);
  const failing = all.flatMap((result) => result.failing);
  const degraded = all.flatMap((result) => result.degraded);
  const facts = Object.entries(results).map(([name, result]) => [name, result.facts]);

  return {
    status: failing.length > 0 ? "failing" : degraded.length > 0 ? "degraded" : "ok",
    problems: [...failing, ...degraded],
    checks: Object.fromEntries(facts),
  };
}
