import type { HealthProblem } from "#lib/contract/health-view.ts";
import { answerMsMax, answerWithin } from "#lib/health/answer-within.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";
import { isAppError } from "#lib/platform/errors.ts";

/** Tries to write to each of these places, given by what they hold. */
export async function checkFolders(
  tries: Record<string, () => Promise<void>>,
  answerMs = answerMsMax,
): Promise<CheckResult> {
  const checked = await Promise.all(
    Object.entries(tries).map(async ([name, tryWriting]) => ({
      name,
      problem: await problemOf(name, { tryWriting, answerMs }),
    })),
  );

  const failing = checked.flatMap(({ problem }) => (problem ? [problem] : []));
  const facts = checked.map(({ name, problem }) => [name, problem ? "unwritable" : "writable"]);
  return checkResult(Object.fromEntries(facts), { failing });
}

async function problemOf(
  name: string,
  { tryWriting, answerMs }: { tryWriting: () => Promise<void>; answerMs: number },
): Promise<HealthProblem | null> {
  const answer = await answerWithin(answerMs, tell(tryWriting));
  if (answer === "writable") return null;

  return {
    code: "folder_unwritable",
    message:
      answer ?? `The folder of the ${name} does not answer within ${answerMs / 1_000} seconds.`,
    remedy:
      "Until it can be written to, pictures that arrive wait in memory. Do not stop the studio.",
  };
}

/** "writable", or why it is not. */
async function tell(tryWriting: () => Promise<void>): Promise<string> {
  try {
    await tryWriting();
    return "writable";
  } catch (error) {
    return isAppError(error) ? error.message : String(error);
  }
}
