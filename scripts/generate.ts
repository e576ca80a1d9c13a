/** Writes the database client from the schema, when the schema has changed. */
import path from "node:path";
import { generateClient } from "./build/generate-client.ts";

process.chdir(path.join(import.meta.dirname, ".."));
await generateClient();
