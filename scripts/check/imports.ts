/** Fails when somebody imports what they must not. */
import { findImportViolations } from "./find-import-violations.ts";

const violations = await findImportViolations(process.cwd());
for (const { rule, from, to } of violations) console.log(`${rule}: ${from} imports ${to}`);
process.exitCode = violations.length === 0 ? 0 : 1;
