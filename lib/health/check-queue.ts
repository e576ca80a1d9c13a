import type { QueueFigures } from "#lib/generation/read-queue-figures.server.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";
import type { HealthProblem } from "#lib/health/health-view.ts";

/** The runner looks every 2 s and recovers every 15 s: a minute is no delay any more. */
const delayMaxMs = 60_000;

/** What should have been done for a minute and was not. Problems are for a person to look at; the studio goes on. */
export function checkQueue(figures: QueueFigures): CheckResult {
  const { now, dueSince, abandoned, storing, storingSince } = figures;
  const isOverdue = (since: Date | null) =>
    since !== null && now.getTime() - since.getTime() > delayMaxMs;

  const degraded: HealthProblem[] = [];
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

  return checkResult({ dueSince, abandoned, storing, storingSince }, { degraded });
}
