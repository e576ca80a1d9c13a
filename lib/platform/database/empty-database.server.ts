import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** Made by the build, in the folder that the process was started in. */
export const emptyDatabaseDir = "prisma/empty-database/cluster";

/** Makes the empty database of this version of PGlite, which takes seconds: what new databases are copied from. */
export async function makeEmptyDatabase(): Promise<void> {
  const unfinished = `${emptyDatabaseDir}.making`;
  await rm(dirname(emptyDatabaseDir), { recursive: true, force: true });
  await mkdir(dirname(emptyDatabaseDir), { recursive: true });
  const pglite = await PGlite.create({ dataDir: unfinished });
  await pglite.close();
  // A build that is interrupted leaves nothing that would be copied.
  await rename(unfinished, emptyDatabaseDir);
}

/** Copies the empty database into a folder; where there is none, PGlite makes its own. */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  if (existsSync(emptyDatabaseDir)) await cp(emptyDatabaseDir, folder, { recursive: true });
}
