import { access, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";
import { quotePath } from "#lib/platform/text/quote-path.ts";
import { damagedDatabase } from "./damaged-database.server.ts";

/** The file in the data folder that says that a database was made beside it. */
const noteName = "database.json";

/** Notes in a data folder that it has a database, so that its loss is told from a folder that is new. */
export async function noteDatabase(dataDir: string): Promise<void> {
  const note = { notedAt: new Date().toISOString() };
  try {
    const flag = "wx";
    await writeFile(join(dataDir, noteName), `${JSON.stringify(note)}\n`, { flag, mode: 0o600 });
  } catch (error) {
    if (Object(error).code !== "EEXIST") throw error;
  }
}

/** Throws an `AppError` when the database of a data folder is gone, and the studio would begin as an empty one. */
export async function requireDatabaseOfFiles({
  dataDir,
  folder,
}: {
  dataDir: string;
  folder: string;
}): Promise<void> {
  if (!(await isEmpty(folder))) return;
  if (await isThere(join(dataDir, noteName))) {
    throw await damagedDatabase({ dataDir, fault: "is gone" });
  }

  const hasImages =
    !(await isEmpty(join(dataDir, "files"))) || !(await isEmpty(join(dataDir, "spool")));
  if (!hasImages) return;
  throw new AppError(
    "storage_unavailable",
    `The data folder ${dataDir} has pictures, and no database that knows of them. If their rows are in a PostgreSQL, set DATABASE_URL to it. Else bring the database back from a backup: \`mv ${quotePath(dataDir)} ${quotePath(`${dataDir}.old`)} && npm run restore -- BACKUP_DIR\`. See docs/operators.md.`,
  );
}

async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(/* turbopackIgnore: true */ folder).catch((error) => {
    if (Object(error).code === "ENOENT") return [];
    throw error;
  });
  return names.every((name) => ["lost+found", "incoming"].includes(name));
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
