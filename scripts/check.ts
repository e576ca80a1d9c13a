/** Runs every check that needs no running studio, and prints a line for each at the end. Exits with 1 when one failed. */
import path from "node:path";
import { runChecks } from "./check/run-checks.ts";

process.chdir(path.join(import.meta.dirname, ".."));
const { failed, output } = await runChecks();
console.log(output);
process.exitCode = failed === 0 ? 0 : 1;
