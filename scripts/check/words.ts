/** Fails when words that people read stand outside the catalogue, or do not fit it. */
import { globSync, readFileSync } from "node:fs";
import { seldomSpaces } from "#messages/seldom-spaces.ts";
import { findKeyFaults } from "./words/find-key-faults.ts";
import { findLooseWords } from "./words/find-loose-words.ts";
import { findMissingSpaces } from "./words/find-missing-spaces.ts";
import { findTranslationFaults } from "./words/find-translation-faults.ts";

/** Told to developers, or names of services. */
const unspoken = [
  "components/data/check-contract.ts",
  "components/offline/compiled/worker-source.ts",
  "components/settings/gateway-presets.ts",
];

const english = JSON.parse(readFileSync("messages/en.json", "utf8"));
const sources = globSync("{app,components,lib}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$|\/test-[^/]+\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const loader = "components/layout/load-seldom-words.ts";
const loading = readFileSync(loader, "utf8");

const faults = [
  ...sources
    .filter(({ file }) => /^(app|components)\//.test(file))
    .filter(({ file }) => !unspoken.includes(file))
    .flatMap(({ file, text }) =>
      findLooseWords(text, file).map((loose) => `${file}:${loose.line} says “${loose.text}”`),
    ),
  ...findKeyFaults(english, sources),
  ...globSync("messages/*.json").flatMap((file) =>
    findTranslationFaults(english, JSON.parse(readFileSync(file, "utf8"))).map(
      (fault) => `${file}: ${fault}`,
    ),
  ),
  ...globSync("*.json", { cwd: "messages" })
    .map((file) => file.replace(".json", ".ts"))
    .filter((file) => !loading.includes(`"#messages/compiled/${file}"`))
    .map((file) => `${loader} does not load ${file}`),
  ...findMissingSpaces(process.cwd(), { all: Object.keys(english), seldom: seldomSpaces }),
];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
