import { AppError, isAppError } from "#lib/platform/errors.ts";
import { findNoFolder } from "#lib/platform/files/find-no-folder.server.ts";
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
      throw await storageError(directory, error);
    }
  };
}

/** Whether a failure says that there is nothing at the path. */
export function isMissing(error: unknown): boolean {
  const code = errnoOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** How the system says that something on the way to a file is no folder; null where the failure is a store's own. */
const noFolderErrnos = new Set(["EEXIST", "ENOTDIR", "ENOENT", "ELOOP", null]);

/** What a person can do about it is told by what stands there, or by the system's word for the failure. */
async function storageError(folder: string, cause: unknown): Promise<AppError> {
  const errno = errnoOf(cause);
  const noFolder = noFolderErrnos.has(errno) ? await findNoFolder(folder) : null;
  const reason = noFolder ?? because("folder_unusable", { folder, errno: errno ?? "none" });
  return new AppError("storage_unavailable", tellReason(reason, english), { cause, reason });
}

/** The system's word for a failure, as "ENOSPC"; null when it is no failure of the system. */
function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;

  return typeof error.code === "string" ? error.code : null;
}
