/** Writes the database client, the empty database and compiled words, when what they are made from has changed. */
import path from "node:path";
import { generate } from "./build/generate.ts";

process.chdir(path.join(import.meta.dirname, ".."));
await generate();
