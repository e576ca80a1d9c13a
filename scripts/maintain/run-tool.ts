import { resolve } from "node:path";
import type { Place } from "#lib/backup/place.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { requireFileHandles } from "#lib/platform/files/file-handles.server.ts";
import { readSettings } from "../serve/read-settings.ts";

/**
 * Runs a command beside the studio. Prints why it failed in one line if we know the reason, and exits with 1 then, or when
 * `work` answers false. Ends at once when its parent asks it to: whatever it was at can be begun again.
 */
export async function runTool(name: string, work: () => Promise<boolean>): Promise<void> {
  const end = () => process.exit(130);
  process.on("message", end).on("disconnect", end);
  process.channel?.unref();
  // A backup and a restored studio are this user's alone.
  process.umask(0o077);
  try {
    requireFileHandles();
    process.exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    console.error(toFailure(name, error));
    process.exitCode = 1;
  } finally {
    process.off("message", end).off("disconnect", end);
  }
}

/** The studio that the settings name. `settings` is a file in the manner of `.env`, or `none` for the environment alone. */
export function readPlace(settings: string): Place {
  const env = readSettings(settings === "none" ? null : settings);
  return { dataDir: resolve(env.DATA_DIR), databaseUrl: env.DATABASE_URL };
}

function toFailure(name: string, error: unknown): string {
  if (isAppError(error)) return `${name} failed. ${error.message}`;
  if (error instanceof TypeError && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code))) {
    return `${name} failed. ${error.message}`;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${name} failed, for a reason that it does not know. Please report this:\n${detail}`;
}
