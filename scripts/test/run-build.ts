import { runCommand } from "../run-command.ts";
import type { RunnerResult } from "./tally.ts";

/** Builds the studio that the browser tests open; counts as one test. */
export async function runBuild(): Promise<RunnerResult> {
  const { code, output } = await runCommand(["scripts/build.ts"], { quiet: true });
  return { ...(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }), output };
}
