import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";
import { isMissing } from "#lib/storage/disk/translate-storage-errors.ts";
import { syncDirectory, writeDurably } from "#lib/storage/disk/write-durably.server.ts";

/** In the data folder from the begin of a restore to its end. */
const markerName = "restoring";

/** Notes that a restore into a data folder has begun. */
export async function beginRestore(dataDir: string): Promise<void> {
  const text = `A restore was begun here at ${new Date().toISOString()}.\n`;
  await writeDurably({ path: join(dataDir, markerName), parts: [Buffer.from(text)] });
}

/** Notes that it is complete. */
export async function endRestore(dataDir: string): Promise<void> {
  await rm(join(dataDir, markerName));
  await syncDirectory(dataDir);
}

/** Throws an `AppError` that says what to do when a restore into a data folder was begun and not finished. */
export async function requireNoUnfinishedRestore(dataDir: string): Promise<void> {
  const path = join(/* turbopackIgnore: true */ dataDir, markerName);
  const text = await readFile(path, "utf8").catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) return;

  throw new AppError(
    "conflict",
    `${text.trim()} It did not finish, and this is only a part of a studio. Remove the folder ${dataDir}, and with PostgreSQL make its database anew; then run \`npm run restore -- DIR\` again.`,
  );
}
