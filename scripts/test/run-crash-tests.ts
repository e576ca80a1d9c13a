import { rm } from "node:fs/promises";
import * as z from "zod";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { Tally } from "./tally.ts";

/** 200 in all, divided so that both take equally long side by side: the embedded database has one process to kill. */
const killsByDatabase = { embedded: 70, postgres: 130 };
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
  const tallies = await Promise.all([runLane("embedded"), runLane("postgres")]);

  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runLane(database: keyof typeof killsByDatabase): Promise<Tally> {
  const kills = String(killsByDatabase[database]);
  const report = `test-results/crash-${database}.json`;
  await rm(report, { force: true });
  const { code, output } = await runCommand(
    [
      "scripts/crash/crash.ts",
      ...["--database", database, "--kills", kills, "--minutes", String(minutesMax)],
      ...["--seed", seed, "--tally", report],
    ],
    { quiet: true },
  );
  console.log(output);
  return readTally({ report, schema: reportSchema, code });
}
