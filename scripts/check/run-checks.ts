import pLimit from "p-limit";
import { generate } from "../build/generate.ts";
import { runCommand } from "../run-command.ts";
import type { RunnerResult } from "../test/tally.ts";

const checks: [name: string, ...command: string[]][] = [
  ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "check", "."],
  ["import rules", "scripts/check/imports.ts"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  ["file sizes", "scripts/check/file-sizes.ts"],
  ["words", "scripts/check/words.ts"],
  ["schema and migrations agree", "scripts/database.ts", "check"],
  ["dependencies", "scripts/check/dependencies.ts"],
];

/** Runs the checks, two at a time, and counts them; their lines come with the output of those that fail. */
export async function runChecks(): Promise<RunnerResult> {
  await generate();
  // The types of the routes, which the type check reads; those of a deleted route would fail it.
  await runCommand(["node_modules/next/dist/bin/next", "typegen"], { quiet: true });

  const limit = pLimit(2);
  const results = await Promise.all(
    checks.map(([name, ...command]) =>
      limit(async () => {
        const startedAt = performance.now();
        const { code, output } = await runCommand(command, { quiet: true });
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        const line = `${code === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`;
        return { isPassed: code === 0, output: code === 0 ? line : `${line}\n${output}` };
      }),
    ),
  );
  const passed = results.filter(({ isPassed }) => isPassed).length;
  return {
    passed,
    failed: results.length - passed,
    output: results.map(({ output }) => output).join("\n"),
  };
}
