import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HealthProblem } from "#lib/contract/health-view.ts";
import { answerWithin } from "#lib/health/answer-within.ts";
import { type CheckResult, checkResult } from "#lib/health/check-result.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { translateStorageErrors } from "#lib/storage/disk/translate-storage-errors.ts";

/** A network file system that hangs would never answer. */
const answerMs = 2_000;

/** Ends as what is unfinished does, so that every sweep knows it. */
const testName = "health.tmp";

/** Writes a byte into each of these folders, given by what they hold: a disk that is read-only shows nowhere else. */
export async function checkFolders(folders: Record<string, string>): Promise<CheckResult> {
  const checked = await Promise.all(
    Object.entries(folders).map(async ([name, folder]) => ({
      name,
      problem: await problemOf(name, folder),
    })),
  );

  const failing = checked.flatMap(({ problem }) => (problem ? [problem] : []));
  const facts = checked.map(({ name, problem }) => [name, problem ? "unwritable" : "writable"]);
  return checkResult(Object.fromEntries(facts), { failing });
}

async function problemOf(name: string, folder: string): Promise<HealthProblem | null> {
  const answer = await answerWithin(answerMs, tryWriting(folder));
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
async function tryWriting(folder: string): Promise<string> {
  const path = join(/* turbopackIgnore: true */ folder, testName);
  try {
    await translateStorageErrors(folder)(async () => {
      await mkdir(folder, { recursive: true });
      await writeFile(path, "1");
      await rm(path, { force: true });
    });
    return "writable";
  } catch (error) {
    return isAppError(error) ? error.message : String(error);
  }
}
