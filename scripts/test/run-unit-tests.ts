import { rm } from "node:fs/promises";
import * as z from "zod";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { RunnerResult } from "./tally.ts";

const report = "test-results/unit.json";

const reportSchema = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform(({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));

/** Runs Vitest and counts its tests. */
export async function runUnitTests(): Promise<RunnerResult> {
  await rm(report, { force: true });
  const parameters = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await runCommand(parameters, { quiet: true });
  return { ...readTally({ report, schema: reportSchema, code }), output };
}
