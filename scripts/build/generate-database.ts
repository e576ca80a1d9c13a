import path from "node:path";
import {
  emptyDatabaseDir,
  makeEmptyDatabase,
} from "#lib/platform/database/empty-database.server.ts";
import { makeWhenStale } from "./make-when-stale.ts";

/** Writes `prisma/empty-database`, from which each new embedded database is copied: to make one takes 5 seconds. */
export async function generateDatabase(): Promise<void> {
  await makeWhenStale({
    stampFile: path.join(emptyDatabaseDir, "../.sources"),
    sources: [
      "lib/platform/database/empty-database.server.ts",
      "node_modules/@electric-sql/pglite/package.json",
    ],
    make: makeEmptyDatabase,
  });
}
