import { existsSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractRules from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTypeScriptOptions from "dependency-cruiser/config-utl/extract-ts-config";
import { findFolderCycles } from "./find-folder-cycles.ts";

export interface ImportViolation {
  rule: string;
  from: string;
  to: string;
}

const rulesFile = path.join(import.meta.dirname, "../../.dependency-cruiser.cjs");
const tsConfigFile = path.join(import.meta.dirname, "../../tsconfig.json");

const roots = [
  "app",
  "components",
  "lib",
  "messages",
  "scripts",
  "e2e",
  "instrumentation.ts",
  "proxy.ts",
  "worker.ts",
];

/**
 * Reads who imports whom in a project and names what breaks the rules of `.dependency-cruiser.cjs`. Throws when it
 * read no modules, as it does under a TypeScript that the reader does not know: nothing found is then no news.
 */
export async function findImportViolations(folder: string): Promise<ImportViolation[]> {
  const { options, ...ruleSet } = await extractRules(rulesFile);
  const { output } = await cruise(
    roots.filter((root) => existsSync(path.join(folder, root))),
    { ...options, baseDir: folder, ruleSet, validate: true },
    undefined,
    { tsConfig: extractTypeScriptOptions(tsConfigFile) },
  );
  if (typeof output === "string") throw new Error(output);
  const { modules, summary } = output;
  const { totalDependenciesCruised = 0, totalCruised, violations } = summary;
  if (totalCruised === 0 || totalDependenciesCruised === 0) {
    throw new Error("No imports were read. Does dependency-cruiser know this TypeScript?");
  }

  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  const inHouse = imports.filter(({ from, to }) => isOfHouse(from) && isOfHouse(to));
  return [
    ...violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    ...findFolderCycles(inHouse).map((found) => ({ rule: "no-folder-cycles", ...found })),
  ];
}

/** Tests wire everything, and are imported by nobody. */
function isOfHouse(file: string): boolean {
  return (
    /^(app|components|lib|messages)\//.test(file) && !/\.test\.tsx?$|\/test-[^/]+\.ts$/.test(file)
  );
}
