import { rm } from "node:fs/promises";
import * as z from "zod";
import { runCommand } from "../run-command.ts";
import { readTally } from "./read-tally.ts";
import type { RunnerResult } from "./tally.ts";

/** Outside of `test-results`, which Playwright empties. */
const report = "playwright-report/browser.json";

const reportSchema = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

/** Runs Playwright and counts its tests; one that passes only sometimes has failed. */
export async function runBrowserTests(): Promise<RunnerResult> {
  await rm(report, { force: true });
  const { code, output } = await runCommand(
    ["node_modules/playwright/cli.js", "test", "--reporter=list,json"],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report }, quiet: true },
  );
  return { ...readTally({ report, schema: reportSchema, code }), output };
}
