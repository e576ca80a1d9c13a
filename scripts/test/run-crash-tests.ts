import { randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import * as z from "zod";
import { failpoints } from "#lib/generation/attempt/failpoint.ts";
import { createRandom } from "../crash/random.ts";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { RunnerResult } from "./tally.ts";

/** It ends when each failpoint was met, or begins no kill after so long, and prints those that a slow machine has not met. */
const minutesMax = "4";

/** 200 in all, divided so that both take equally long side by side: the embedded database has one process to kill. */
const longRun = { embedded: "70", postgres: "130" };

/** How often each rule was broken; a rule is a test. */
const reportSchema = z.record(z.string(), z.number()).transform((violations) => {
  const counts = Object.values(violations);
  const failed = counts.filter((count) => count > 0).length;
  return { passed: counts.length - failed, failed };
});

/**
 * Kills the studio at each failpoint once, on the one database or the other as the seed says, or `isLong` 200 times, and
 * counts each rule that held as a test that passed. The choices are new each time.
 */
export async function runCrashTests({ isLong }: { isLong: boolean }): Promise<RunnerResult> {
  const seed = String(randomInt(1_000_000));
  const failpointsOf = shareFailpoints(seed);
  const runOn = (database: keyof typeof longRun) =>
    runLane(database, [
      ...["--seed", seed],
      ...(isLong
        ? ["--kills", longRun[database], "--minutes", minutesMax]
        : ["--kills", "0", "--minutes", minutesMax, "--failpoints", failpointsOf[database].join()]),
    ]);
  const lanes = await Promise.all([runOn("embedded"), runOn("postgres")]);

  return {
    passed: lanes.reduce((sum, { passed }) => sum + passed, 0),
    failed: lanes.reduce((sum, { failed }) => sum + failed, 0),
    output: [
      ...(isLong ? [] : ["Each failpoint once. For 200 kills: npm test -- --long-crashes"]),
      ...lanes.map(({ output }) => output),
    ].join("\n"),
  };
}

/** PostgreSQL has two processes to kill, and takes more of them. */
function shareFailpoints(seed: string) {
  const random = createRandom(seed);
  const isEmbedded = new Set(failpoints.filter(() => random.chance(0.35)));
  return {
    embedded: failpoints.filter((point) => isEmbedded.has(point)),
    postgres: failpoints.filter((point) => !isEmbedded.has(point)),
  };
}

async function runLane(database: string, options: readonly string[]): Promise<RunnerResult> {
  const report = `test-results/crash-${database}.json`;
  await rm(report, { force: true });
  const { code, output } = await runCommand(
    ["scripts/crash/crash.ts", "--database", database, "--tally", report, ...options],
    { quiet: true },
  );
  return { ...readTally({ report, schema: reportSchema, code }), output };
}
