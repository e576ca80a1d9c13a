import { isDatabaseLost } from "#lib/platform/database/is-database-lost.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { isTooFewFileHandles, tooFewFileHandles } from "#lib/platform/files/file-handles.server.ts";

/** What is printed when the studio cannot start: one line if we know the reason, all there is if we do not. */
export function toStartMessage(error: unknown): string {
  if (isAppError(error)) return `Atelier cannot start. ${error.message}`;
  if (error instanceof TypeError && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code))) {
    return `Atelier cannot start. ${error.message}`;
  }
  if (isTooFewFileHandles(error)) return toStartMessage(tooFewFileHandles(error));
  if (isDatabaseLost(error)) {
    return `Atelier cannot start. The database went away meanwhile, or did not answer in time: ${Object(error).message}\nSee that it runs, and start again: nothing is lost.`;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Atelier cannot start, for a reason that it does not know. Please report this:\n${detail}`;
}
