import { generateClient } from "./generate-client.ts";
import { generateDatabase } from "./generate-database.ts";

/** Writes what git does not keep and everything else needs: the database client, and the empty database. */
export async function generate(): Promise<void> {
  await Promise.all([generateClient(), generateDatabase()]);
}
