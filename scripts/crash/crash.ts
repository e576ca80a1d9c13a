/** Kills the built studio again and again, and checks that nothing was lost or bought twice. CONTRIBUTING.md tells how. */
import { randomInt } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../run-command.ts";

process.chdir(path.join(import.meta.dirname, "../.."));

const { values } = parseArgs({
  options: {
    /** A sabotage has a number of its own. */
    kills: { type: "string", default: "200" },
    /** It is over when each of these was met, after so many kills at least: their names with commas between them. */
    failpoints: { type: "string" },
    /** It goes on until so many presses were answered, too. */
    presses: { type: "string", default: "0" },
    /** Any text; printed, so that a run can be made again. */
    seed: { type: "string", default: String(randomInt(1_000_000)) },
    database: { type: "string", default: "embedded" },
    /** No kill is begun after so long. */
    minutes: { type: "string", default: "60" },
    /** Keeps the data folder and all that is known, even if nothing is wrong. */
    keep: { type: "boolean", default: false },
    /** Keeps nothing, even if something is wrong. */
    forget: { type: "boolean", default: false },
    /** Makes the mistakes of these names, or `all`, one after another in a copy, and sees whether they are caught. */
    sabotage: { type: "string" },
    /** Writes how many violations of each rule there were into this file, as JSON. */
    tally: { type: "string" },
  },
});

const { seed } = values;
if (values.sabotage) {
  const { runSabotages } = await import("./sabotage/run-sabotages.ts");
  const missed = await runSabotages({ names: values.sabotage, seed });
  process.exit(missed === 0 ? 0 : 1);
}

const { code } = await runCommand(["scripts/build.ts"]);
if (code !== 0) process.exit(code);

// The build writes the database client, without which this cannot even be loaded.
const { failpoints } = await import("#lib/generation/attempt/failpoint.ts");
const wanted = values.failpoints?.split(",");
const { reportCrashRun } = await import("./report-crash-run.ts");
const violations = await reportCrashRun({
  run: {
    kills: Number(values.kills),
    failpoints: wanted ? failpoints.filter((point) => wanted.includes(point)) : null,
    presses: Number(values.presses),
    seed,
    database: values.database === "postgres" ? "postgres" : "embedded",
    minutes: Number(values.minutes),
  },
  keeps: values.keep ? "always" : values.forget ? "never" : "violations",
  tallyFile: values.tally ?? null,
});
process.exit(violations === 0 ? 0 : 1);
