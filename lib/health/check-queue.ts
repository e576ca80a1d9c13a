import type { HealthProblem } from "#lib/contract/health-view.ts";
import type { QueueFigures } from "#lib/generation/read-queue-figures.server.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";

/** The runner looks every 2 s and recovers every 15 s: a minute is no delay any more. */
const delayMaxMs = 60_000;

/** What should have been done for a minute and was not. Problems are for a person to look at; the studio goes on. */
export function checkQueue(figures: QueueFigures): CheckResult {
  const { now, dueSince, abandoned, storing, storingSince, elsewhere, inMemory } = figures;
  const isOverdue = (since: Date | null) =>
    since !== null && now.getTime() - since.getTime() > delayMaxMs;

  const degraded: HealthProblem[] = [];
  if (inMemory > 0) {
    degraded.push({
      code: "pictures_in_memory",
      message: `Paid pictures that are held in memory only, since the disk does not take them: ${inMemory}.`,
      remedy:
        "Do not stop the studio. Mend the disk first, or free some space: they are tried again every 5 seconds.",
    });
  }
  if (isOverdue(dueSince)) {
    degraded.push({
      code: "queue_stuck",
      message: "A picture waits in the queue though nothing holds it up.",
      remedy: "Restart the studio: nothing is lost, and nothing is sent twice.",
    });
  }
  if (abandoned > 0) {
    degraded.push({
      code: "attempts_abandoned",
      message: `Requests whose runner is gone, and that nobody takes over: ${abandoned}.`,
      remedy: 'Look for "the queue is out of reach" in the log, then restart the studio.',
    });
  }
  if (isOverdue(storingSince)) {
    degraded.push({
      code: "pictures_waiting",
      message: `Paid pictures that wait in the spool for their place: ${storing}.`,
      remedy:
        "Their cards and the log say why. Never delete the spool folder: it has the only copy.",
    });
  }
  if (elsewhere > 0) {
    degraded.push({
      code: "pictures_elsewhere",
      message: `Paid pictures that are, or may be, in the data folder of another process that does not run: ${elsewhere}.`,
      remedy:
        "Start that one again: their cards say where. To give one up, press Stop on it twice.",
    });
  }

  return checkResult(
    { dueSince, abandoned, storing, storingSince, elsewhere, inMemory },
    { degraded },
  );
}
