import { AppError, isAppError } from "#lib/platform/errors.ts";

/** An error of opening a PostgreSQL, as an `AppError` that says what to do. `place` is its host, port and name. */
export function translatePostgresError(error: unknown, place: string): AppError {
  if (isAppError(error)) return error;
  return new AppError("unavailable", `${explainPostgres(error, place)}`, { cause: error });
}

function explainPostgres(error: unknown, place: string): string {
  switch (codeOf(error)) {
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
      return `No PostgreSQL answers at ${place}. Start it, or correct DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of ${place} is not known. Correct DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${place} refused the user or the password. Correct them in DATABASE_URL.`;
    case "3D000":
      return `PostgreSQL has no database at ${place}. Create it with createdb, or correct DATABASE_URL.`;
    case "42501":
      return `The user of DATABASE_URL may not create tables at ${place}. Make it the owner of the database.`;
    default:
      return `PostgreSQL at ${place} cannot be used: ${reasonOf(error)}. Check DATABASE_URL.`;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
