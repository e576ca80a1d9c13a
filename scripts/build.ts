/** Builds the studio, when there is no build or the sources have changed since. */
import path from "node:path";
import { buildPages } from "./build/build-pages.ts";
import { generate } from "./build/generate.ts";

process.chdir(path.join(import.meta.dirname, ".."));
await generate();
await buildPages();
