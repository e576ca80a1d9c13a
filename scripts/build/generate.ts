import { generateClient } from "./generate-client.ts";
import { generateDatabase } from "./generate-database.ts";
import { generateWords } from "./generate-words.ts";

/** Writes what git does not keep and everything else needs: the database client, the empty database, and compiled words. */
export async function generate(): Promise<void> {
  await Promise.all([generateClient(), generateDatabase(), generateWords()]);
}
