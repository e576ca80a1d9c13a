import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashSources } from "./hash-sources.ts";

export interface MakeOptions {
  /** Where the hash of the sources is kept, inside what was made from them. */
  stampFile: string;
  /** The files and folders that it is made from; those that do not exist count as empty. */
  sources: readonly string[];
  make(): Promise<void>;
}

/** Makes something again only when its sources have changed since it was last made. */
export async function makeWhenStale({ stampFile, sources, make }: MakeOptions): Promise<void> {
  const hash = hashSources(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;

  await make();
  writeFileSync(stampFile, hash);
}
