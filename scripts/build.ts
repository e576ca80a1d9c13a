/** Builds the studio, when there is no build or the sources have changed since. */
import path from "node:path";
import { buildPages } from "./build/build-pages.ts";
import { generateClient } from "./build/generate-client.ts";

process.chdir(path.join(import.meta.dirname, ".."));
await generateClient();
await buildPages();
