import { runCommand } from "../run-command.ts";
import type { Tally } from "./tally.ts";

/** Builds the studio that the browser tests open; counts as one test. */
export async function runBuild(): Promise<Tally> {
  const { code } = await runCommand(["scripts/build.ts"]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
