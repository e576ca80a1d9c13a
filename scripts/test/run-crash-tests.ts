import { rm } from "node:fs/promises";
import * as z from "zod";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { Tally } from "./tally.ts";

/** Each lane's share of the 200; side by side they take as long as one. */
const killsPerLane = 100;
/** A slow machine kills less often rather than longer. */
const minutesMax = 4;
/** Always the same choices here; everywhere else they are new each time. */
const seed = "ci";

/** How often each rule was broken; a rule is a test. */
const reportSchema = z.record(z.string(), z.number()).transform((violations) => {
  const counts = Object.values(violations);
  const failed = counts.filter((count) => count > 0).length;
  return { passed: counts.length - failed, failed };
});

/** Kills the studio on both databases at once, and counts each rule that held as a test that passed. */
export async function runCrashTests(): Promise<Tally> {
  const tallies = await Promise.all(["embedded", "postgres"].map(runLane));

  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runLane(database: string): Promise<Tally> {
  const report = `test-results/crash-${database}.json`;
  await rm(report, { force: true });
  const { code, output } = await runCommand(
    [
      "scripts/crash/crash.ts",
      ...["--database", database, "--kills", String(killsPerLane), "--minutes", String(minutesMax)],
      ...["--seed", seed, "--tally", report],
    ],
    { quiet: true },
  );
  console.log(output);
  return readTally({ report, schema: reportSchema, code });
}
