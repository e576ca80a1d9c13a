import { AppError, isAppError } from "#lib/platform/errors.ts";

/** What a person can do about it, by the system's word for the failure. */
const adviceByErrno: Record<string, string> = {
  ENOSPC: "the disk is full. Free some space.",
  EDQUOT: "the quota of the disk is used up. Free some space.",
  EACCES: "Atelier's user may not write there. Give it the right to.",
  EPERM: "Atelier's user may not write there. Give it the right to.",
  EROFS: "the disk is read-only. Mount it writable, or choose another DATA_DIR.",
  EMFILE: "too many files are open. Raise their limit, and start again: ulimit -n 4096.",
  EIO: "the disk reports an error. Check it.",
};

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

function storageError(directory: string, cause: unknown): AppError {
  const code = errnoOf(cause);
  const advice =
    adviceByErrno[code ?? ""] ??
    `it failed (${code ?? "for an unknown reason"}). Check the disk and its rights.`;

  return new AppError("storage_unavailable", `The folder ${directory} cannot be used: ${advice}`, {
    cause,
  });
}

/** The system's word for a failure, as "ENOSPC"; null when it is no failure of the system. */
function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;

  return typeof error.code === "string" ? error.code : null;
}
