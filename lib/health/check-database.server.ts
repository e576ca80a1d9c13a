import { answerMsMax, answerWithin } from "#lib/health/answer-within.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/**
 * Asks the database, and tells how long it took; `answer` is null when it failed or took too long. The reason goes into
 * the log: it may name hosts and users.
 */
export async function checkDatabase<Answer>(
  ask: () => Promise<Answer>,
  answerMs = answerMsMax,
): Promise<CheckResult & { answer: Answer | null }> {
  const startedAt = performance.now();
  const answer = await answerWithin(answerMs, ask().catch(logFailure));
  const facts = { answerMs: answer ? Math.round(performance.now() - startedAt) : null };
  if (answer) return { ...checkResult(facts), answer };

  const problem = {
    code: "database_unreachable",
    message: `The database does not answer, or takes longer than ${answerMs / 1_000} seconds.`,
    remedy:
      "Look at the PostgreSQL server, or at the disk under DATA_DIR. What was paid for waits in the spool meanwhile.",
  };
  return { ...checkResult(facts, { failing: [problem] }), answer: null };
}

function logFailure(error: unknown): null {
  log("error", "the health check did not reach the database", { error: describeError(error) });
  return null;
}
