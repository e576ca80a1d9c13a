import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeRun } from "./describe-run.ts";
import { findViolations } from "./find-violations.ts";
import { rules } from "./rules.ts";
import { type CrashOptions, runCrash } from "./run-crash.ts";

interface ReportOptions {
  run: CrashOptions;
  /** When the data, and all that is known, are kept. */
  keeps: "always" | "violations" | "never";
  tallyFile: string | null;
}

/** Runs, prints what came of it, and keeps everything if it is wanted. Resolves to the number of violations. */
export async function reportCrashRun({ run, keeps, tallyFile }: ReportOptions): Promise<number> {
  const extent = run.failpoints ? `at ${run.failpoints.join(", ")}` : `${run.kills} times`;
  console.log(`Killing ${extent} on ${run.database}, with --seed ${run.seed}`);
  const result = await runCrash(run);
  const violations = findViolations(result.evidence);
  console.log(describeRun(result, violations));

  if (keeps === "always" || (keeps === "violations" && violations.length > 0)) {
    const file = join(result.folder, "evidence.json");
    await writeFile(file, JSON.stringify({ ...result, violations }));
    console.log(`Kept: ${file}, and the data beside it.`);
  } else await rm(result.folder, { recursive: true });

  if (tallyFile) {
    const counts = rules.map(({ name }) => [
      name,
      violations.filter((one) => one.rule === name).length,
    ]);
    await writeFile(tallyFile, JSON.stringify(Object.fromEntries(counts)));
  }
  return violations.length;
}
