import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { makeWhenStale } from "./make-when-stale.ts";

const sources = ["components/offline/worker.ts", "components/offline/share-worker.ts"];
const folder = "components/offline/compiled";

/** Writes the service worker as the text that `/service-worker.js` answers with: a browser loads it as it is, past the bundler. */
export async function generateWorker(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await makeWhenStale({
    stampFile: `${folder}/.sources`,
    sources: [
      ...sources,
      "scripts/build/generate-worker.ts",
      "node_modules/typescript/package.json",
    ],
    make: async () => {
      const { default: typescript } = await import("typescript");
      const parts = sources.map((source) => {
        const { outputText } = typescript.transpileModule(readFileSync(source, "utf8"), {
          compilerOptions: {
            target: typescript.ScriptTarget.ES2022,
            module: typescript.ModuleKind.Preserve,
            removeComments: true,
          },
        });
        // The compiler alone needs to be told that it is no script of the page: to the browser it is a script.
        return `{\n${outputText.replace("export {};", "")}}\n`;
      });
      const text = JSON.stringify(parts.join(""));
      writeFileSync(`${folder}/worker-source.ts`, `export const workerSource = ${text};\n`);
    },
  });
}
