import { access, constants, readdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { isTooFewFileHandles, tooFewFileHandles } from "#lib/platform/files/file-handles.server.ts";
import { findNoFolder } from "#lib/platform/files/find-no-folder.server.ts";
import { quotePath } from "#lib/platform/text/quote-path.ts";
import { english } from "#messages/english.server.ts";
import { tellReason } from "#messages/tell-reason.ts";
import { damagedDatabase } from "./damaged-database.server.ts";
import { isDatabaseDamaged } from "./is-database-damaged.server.ts";

/** PostgreSQL writes logs of 16 MB; without the room for one it gives up without a word of why. */
const freeBytesMin = 32 * 1024 * 1024;

/**
 * An error of opening the embedded database in a folder, as an `AppError` that says what to do. PostgreSQL in WebAssembly ends
 * without a reason, so the folder is asked: what the system refuses there is that, and what is left is damage.
 */
export async function explainOpenError(error: unknown, folder: string): Promise<AppError> {
  if (isAppError(error)) return error;
  if (isTooFewFileHandles(error)) return tooFewFileHandles(error);

  const dataDir = dirname(folder);
  const noFolder = await findNoFolder(folder, "database");
  if (noFolder) {
    return new AppError("storage_unavailable", tellReason(noFolder, english), { cause: error });
  }

  const refused = await findRefused(dataDir, folder);
  if (isTooFewFileHandles(refused?.error)) return tooFewFileHandles(refused?.error);
  const refusal = refused ?? { path: dataDir, error };
  const message = describeRefusal({ ...refusal, dataDir, isFull: await isFull(dataDir) });
  if (message) return new AppError("storage_unavailable", message, { cause: error });

  return explainOwn(error, dataDir);
}

/** What the lock's or PostgreSQL's own word is for, else damage. */
async function explainOwn(error: unknown, dataDir: string): Promise<AppError> {
  const { code, message } = Object(error);
  if (code === "ERR_SQLITE_ERROR") {
    return new AppError(
      "storage_unavailable",
      `The file ${dataDir}/lock cannot be used (${message}). If no studio runs on this folder, remove that file, and start again.`,
      { cause: error },
    );
  }
  if (sqlState.test(String(code)) && !isDatabaseDamaged(error)) {
    return new AppError(
      "storage_unavailable",
      `The embedded database in ${dataDir}/database refuses to be opened: ${message}. Nothing is lost. Please report this.`,
      { cause: error },
    );
  }
  return damagedDatabase({ dataDir, fault: "is damaged", cause: error });
}

/** PostgreSQL's codes have five letters and a digit among them; the system's have none. */
const sqlState = /^(?=.*\d)[0-9A-Z]{5}$/;

function describeRefusal({
  path,
  error,
  dataDir,
  isFull,
}: {
  path: string;
  error: unknown;
  dataDir: string;
  isFull: boolean;
}): string | null {
  const code = Object(error).code;
  if (isFull || code === "ENOSPC" || code === "EDQUOT") {
    return `The disk of the data folder ${dataDir} is full. Free some space and start again.`;
  }
  if (code === "EROFS") {
    return `The data folder ${dataDir} is on a disk that can only be read. Mount it so that it can be written, and start again.`;
  }
  if (code === "EACCES" || code === "EPERM") {
    return `This user may not read and write ${path}. Give it the data folder (\`sudo chown -R "$(id -un)" ${quotePath(dataDir)}\`), or start the studio as the user who has it.`;
  }
  if (code === "EIO") {
    return `The disk reports an error at ${path}. Check it, and copy ${dataDir} to another one before anything else.`;
  }
  return null;
}

/** The first of a folder and all that is in it that this user may not read and write. */
async function findRefused(
  dataDir: string,
  folder: string,
): Promise<{ path: string; error: unknown } | null> {
  for (const path of [dataDir, folder]) {
    const refused = await tryPath(path);
    if (refused) return refused;
  }
  return findRefusedWithin(folder);
}

async function findRefusedWithin(folder: string): Promise<{ path: string; error: unknown } | null> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(/* turbopackIgnore: true */ folder, entry.name);
    const refused =
      (await tryPath(path)) ?? (entry.isDirectory() ? await findRefusedWithin(path) : null);
    if (refused) return refused;
  }
  return null;
}

async function tryPath(path: string): Promise<{ path: string; error: unknown } | null> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return Object(error).code === "ENOENT" ? null : { path, error };
  }
}

async function isFull(dataDir: string): Promise<boolean> {
  const disk = await statfs(dataDir).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < freeBytesMin;
}
