/**
 * Runs everything: the checks, a build, the unit tests beside the browser tests, and the crashes. What failed says so
 * again at the end, since a log is often cut at its middle. The last line says how many passed and failed, checks and
 * build included; exits with 1 when one failed.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { runChecks } from "./check/run-checks.ts";
import { runBrowserTests } from "./test/run-browser-tests.ts";
import { runBuild } from "./test/run-build.ts";
import { runCrashTests } from "./test/run-crash-tests.ts";
import { runUnitTests } from "./test/run-unit-tests.ts";
import type { RunnerResult } from "./test/tally.ts";

/** Both runners tell at the end what failed. */
const repeatedLinesMax = 80;

process.chdir(path.join(import.meta.dirname, ".."));
const { values } = parseArgs({
  options: {
    /** Kills 200 times, rather than at each failpoint once. */
    "long-crashes": { type: "boolean", default: false },
  },
});
await mkdir("test-results", { recursive: true });

const parts: [title: string, result: RunnerResult][] = [];
const run = async (title: string, running: Promise<RunnerResult>) => {
  const startedAt = performance.now();
  const result = await running;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`\n== ${title} (${seconds} s)\n${result.output}`);
  parts.push([title, result]);
};

await run("Checks", runChecks());
await run("Build", runBuild());
// Both wait much, for leases, starts and browsers: together they keep the processors busy.
await Promise.all([run("Unit tests", runUnitTests()), run("Browser tests", runBrowserTests())]);
// By themselves: on a machine that is busy a studio is killed before it has done anything.
await run("Crashes", runCrashTests({ isLong: values["long-crashes"] }));

for (const [title, { failed, output }] of parts) {
  if (failed === 0) continue;
  console.log(
    `\n== ${title}: ${failed} failed\n${output.split("\n").slice(-repeatedLinesMax).join("\n")}`,
  );
}
const sum = (key: "passed" | "failed") => parts.reduce((total, [, part]) => total + part[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
