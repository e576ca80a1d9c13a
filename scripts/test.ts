/**
 * Runs everything: the checks, a build, the unit tests beside the browser tests, and the crashes. The last line says how
 * many passed and failed, checks and build included; exits with 1 when one failed.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { runChecks } from "./check/run-checks.ts";
import { runBrowserTests } from "./test/run-browser-tests.ts";
import { runBuild } from "./test/run-build.ts";
import { runCrashTests } from "./test/run-crash-tests.ts";
import { runUnitTests } from "./test/run-unit-tests.ts";
import type { RunnerResult, Tally } from "./test/tally.ts";

process.chdir(path.join(import.meta.dirname, ".."));
const { values } = parseArgs({
  options: {
    /** Kills 200 times, rather than at each failpoint once. */
    "long-crashes": { type: "boolean", default: false },
  },
});
await mkdir("test-results", { recursive: true });

const total: Tally = { passed: 0, failed: 0 };
const add = ({ passed, failed }: Tally) => {
  total.passed += passed;
  total.failed += failed;
};

console.log("\n== Checks");
add(await runChecks());
console.log("\n== Build");
add(await runBuild());

// Both wait much, for leases, starts and browsers: together they keep the processors busy.
console.log("\nThe unit tests and the browser tests run at the same time; each prints at its end.");
const startedAt = performance.now();
const tell = async (title: string, running: Promise<RunnerResult>) => {
  const result = await running;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`\n== ${title} (${seconds} s)\n${result.output}`);
  add(result);
};
await Promise.all([tell("Unit tests", runUnitTests()), tell("Browser tests", runBrowserTests())]);

// By themselves: on a machine that is busy a studio is killed before it has done anything.
console.log("\n== Crashes");
add(await runCrashTests({ isLong: values["long-crashes"] }));

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
