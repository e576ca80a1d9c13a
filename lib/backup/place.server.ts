import { stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/platform/errors.ts";

/** Where a studio lies: its settings `DATA_DIR`, as an absolute path, and `DATABASE_URL`. */
export interface Place {
  dataDir: string;
  databaseUrl: string | undefined;
}

/** Throws an `AppError` when there is no studio at a place. Whether a PostgreSQL holds one shows only when it is asked. */
export async function requireStudio({ dataDir, databaseUrl }: Place): Promise<void> {
  const path = databaseUrl ? dataDir : join(dataDir, "database");
  if ((await stat(path).catch(() => null))?.isDirectory()) return;

  throw nothingThere(dataDir);
}

/** The refusal of a place without a studio. */
export function nothingThere(place: string): AppError {
  return new AppError(
    "not_found",
    `There is no studio in ${place}. Check DATA_DIR and DATABASE_URL: they must be those that the studio is started with.`,
  );
}
