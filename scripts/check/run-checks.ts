import pLimit from "p-limit";
import { generate } from "../build/generate.ts";
import { runCommand } from "../run-command.ts";
import type { Tally } from "../test/tally.ts";

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

/** Runs the checks, two at a time, shows the output of those that fail, and counts them. */
export async function runChecks(): Promise<Tally> {
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
        console.log(`${code === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
        if (code !== 0) console.log(output);
        return code === 0;
      }),
    ),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
