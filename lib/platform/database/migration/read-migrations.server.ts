import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One folder of prisma/migrations. */
export interface Migration {
  /** The folder's name: a timestamp, so that the order of names is the order of time. */
  name: string;
  script: string;
  /** As Prisma computes it: SHA-256 of the script, in hexadecimal. */
  checksum: string;
}

/** The migrations in a folder, oldest first. */
export async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);

  return Promise.all(
    names.sort().map(async (name) => {
      const file = await readFile(join(migrationsDir, name, "migration.sql"), "utf8");
      // A checkout on Windows may have other line ends, and is still the same migration.
      const script = file.replaceAll("\r\n", "\n");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}
