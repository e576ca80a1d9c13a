import { chmod, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as z from "zod";
import { applySabotage } from "./apply-sabotage.ts";
import { runProgram } from "./run-program.ts";
import type { Sabotage } from "./sabotage.ts";
import { sabotages } from "./sabotages.ts";

export interface SabotageOptions {
  /** Their names with commas between them, or `all`. */
  names: string;
  seed: string;
}

const leftBehind = ["node_modules", ".next", ".git", "data", "test-results", "playwright-report"];

/** Enough for each of the gateway's ways to have been met. */
const pressesMin = 70;

const tallySchema = z.record(z.string(), z.number());

/**
 * Builds a copy of this project with a mistake in it, kills that, and tells which rules caught it. Resolves to how many
 * sabotages were not caught by a rule that was to catch them. Throws for a name that is none.
 */
export async function runSabotages({ names, seed }: SabotageOptions): Promise<number> {
  const isChosen = (name: string) => names === "all" || names.split(",").includes(name);
  const chosen = sabotages.filter(({ name }) => isChosen(name));
  if (chosen.length === 0) {
    throw new Error(
      `There is no sabotage ${names}. There are: ${sabotages.map((one) => one.name).join(", ")}, and all.`,
    );
  }

  const folder = await copyProject();
  let missed = 0;
  try {
    for (const sabotage of chosen) {
      const caught = await tryOne(folder, { sabotage, seed });
      const isCaught = sabotage.caughtBy.some((rule) => (caught[rule] ?? 0) > 0);
      if (!isCaught) missed += 1;
      console.log(`${isCaught ? "caught" : "MISSED"}  ${sabotage.name}: ${sabotage.what}`);
      console.log(
        `        ${describe(caught)} (seed ${seed}, ${sabotage.database}, ${sabotage.kills} kills)`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return missed;
}

async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "atelier-sabotage-"));
  // As root, PostgreSQL runs as a user who must come in here for its program.
  await chmod(folder, 0o755);
  await cp(".", folder, {
    recursive: true,
    filter: (source) => !leftBehind.includes(basename(source)),
  });
  // Hard links cost nothing; a symlink the bundler would refuse.
  await runProgram("cp", ["-al", "node_modules", folder], { cwd: "." });
  return folder;
}

async function tryOne(
  folder: string,
  { sabotage, seed }: { sabotage: Sabotage; seed: string },
): Promise<Record<string, number>> {
  const tally = join(folder, "tally.json");
  await rm(tally, { force: true });
  const undo = await applySabotage(folder, sabotage);
  try {
    const { database, kills } = sabotage;
    const options = [
      "--kills",
      String(kills),
      "--presses",
      String(pressesMin),
      "--seed",
      seed,
      "--database",
      database,
    ];
    const output = await runProgram(
      process.execPath,
      ["scripts/crash/crash.ts", ...options, "--forget", "--tally", tally],
      { cwd: folder },
    );
    const text = await readFile(tally, "utf8").catch(() => {
      throw new Error(`The run with ${sabotage.name} came to no end.\n${output}`);
    });
    return tallySchema.parse(JSON.parse(text));
  } finally {
    await undo();
  }
}

function describe(caught: Readonly<Record<string, number>>): string {
  const counts = Object.entries(caught).filter(([, count]) => count > 0);
  return counts.map(([rule, count]) => `${rule} ${count}`).join(", ") || "no violation";
}
