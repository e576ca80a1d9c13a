import { type CheckResult, checkResult } from "#lib/health/check-result.ts";

/** It looks every 2 s, and a look takes milliseconds. */
const silenceMaxMs = 10_000;

/** Whether the runner still looks at the queue. */
export function checkRunner({ lookedAt, now }: { lookedAt: Date; now: Date }): CheckResult {
  const facts = { lookedAt };
  const silentMs = now.getTime() - lookedAt.getTime();
  if (silentMs <= silenceMaxMs) return checkResult(facts);

  const problem = {
    code: "runner_silent",
    message: `The queue was last looked at ${Math.round(silentMs / 1_000)} seconds ago: nothing new is sent.`,
    remedy:
      "If the database answers, restart the studio: nothing is lost, and nothing is sent twice.",
  };
  return checkResult(facts, { failing: [problem] });
}
