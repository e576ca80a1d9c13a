import { AppError, isAppError } from "#lib/platform/errors.ts";
import { english } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

/**
 * Runs the work of a store in a folder. What fails is thrown as a `storage_unavailable` that says what to do, unless it is
 * an `AppError` already.
 */
export function translateStorageErrors(
  directory: string,
): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      if (isAppError(error)) throw error;
      throw storageError(directory, error);
    }
  };
}

/** Whether a failure says that there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  const code = errnoOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** What a person can do about it is told by the system's word for the failure. */
function storageError(folder: string, cause: unknown): AppError {
  const reason = because("folder_unusable", { folder, errno: errnoOf(cause) ?? "none" });
  return new AppError("storage_unavailable", tellReason(reason, english), { cause, reason });
}

/** The system's word for a failure, as "ENOSPC"; null when it is no failure of the system. */
function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;

  return typeof error.code === "string" ? error.code : null;
}
