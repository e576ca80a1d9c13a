/**
 * Runs everything: the checks, a build, the unit tests, the browser tests and the crashes. The last line says how
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
import type { Tally } from "./test/tally.ts";

process.chdir(path.join(import.meta.dirname, ".."));
const { values } = parseArgs({
  options: {
    /** Kills 200 times, rather than at each failpoint once. */
    "long-crashes": { type: "boolean", default: false },
  },
});
await mkdir("test-results", { recursive: true });

const sections: [title: string, run: () => Promise<Tally>][] = [
  ["Checks", runChecks],
  ["Build", runBuild],
  ["Unit tests", runUnitTests],
  ["Browser tests", runBrowserTests],
  ["Crashes", () => runCrashTests({ isLong: values["long-crashes"] })],
];

const total: Tally = { passed: 0, failed: 0 };
for (const [title, run] of sections) {
  console.log(`\n== ${title}`);
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
