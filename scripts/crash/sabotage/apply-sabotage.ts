import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sabotage } from "./sabotage.ts";

/**
 * Changes the sources in a folder as a sabotage says, and returns the way to take it back. Throws when a place is not
 * there exactly once: a sabotage that changes nothing would look like one that nobody notices.
 */
export async function applySabotage(
  folder: string,
  { name, changes }: Sabotage,
): Promise<() => Promise<void>> {
  const files = [...new Set(changes.map(({ file }) => file))];
  const originals = new Map<string, string>();
  for (const file of files) originals.set(file, await readFile(join(folder, file), "utf8"));

  const changed = new Map(originals);
  for (const { file, find, replace } of changes) {
    const parts = (changed.get(file) ?? "").split(find);
    if (parts.length !== 2) {
      throw new Error(
        `${name}: "${find}" stands ${parts.length - 1} times in ${file}, and not once.`,
      );
    }
    changed.set(file, parts.join(replace));
  }
  await write(folder, changed);
  return () => write(folder, originals);
}

async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) await writeFile(join(folder, file), text);
}
