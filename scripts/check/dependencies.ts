/** Fails when a dependency breaks the policy. */
import { readFileSync } from "node:fs";
import { findDependencyFaults, lockSchema, manifestSchema } from "./find-dependency-faults.ts";

const faults = findDependencyFaults(
  manifestSchema.parse(JSON.parse(readFileSync("package.json", "utf8"))),
  lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8"))),
);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
