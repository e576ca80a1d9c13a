import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** A hash over the names and contents of files and folders, less their tests; what does not exist is skipped. */
export function hashSources(sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles)) {
    const content = readFileSync(file);
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function listFiles(source: string): string[] {
  const files = globSync([source, path.join(source, "**/*")]);
  return files.filter((file) => statSync(file).isFile() && !/\.test\.tsx?$/.test(file)).sort();
}
