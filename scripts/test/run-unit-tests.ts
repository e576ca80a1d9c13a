import { rm } from "node:fs/promises";
import * as z from "zod";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { Tally } from "./tally.ts";

const report = "test-results/unit.json";

const reportSchema = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform(({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));

/** Runs Vitest and counts its tests. */
export async function runUnitTests(): Promise<Tally> {
  await rm(report, { force: true });
  const { code } = await runCommand([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return readTally({ report, schema: reportSchema, code });
}
