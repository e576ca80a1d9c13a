import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** The version in package.json of the folder that the process was started in. */
export function readVersion(): string {
  const text = readFileSync(
    join(/* turbopackIgnore: true */ process.cwd(), "package.json"),
    "utf8",
  );
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
