import { generateClient } from "./generate-client.ts";
import { generateDatabase } from "./generate-database.ts";
import { generateWords } from "./generate-words.ts";
import { generateWorker } from "./generate-worker.ts";

/** Writes what git does not keep and everything else needs: the database client, the empty database, compiled words, and the service worker. */
export async function generate(): Promise<void> {
  await Promise.all([generateClient(), generateDatabase(), generateWords(), generateWorker()]);
}
