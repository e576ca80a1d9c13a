import { join } from "node:path";
import { validate } from "uuid";
import { AppError } from "#lib/platform/errors.ts";

/** The path of what is kept for an attempt. Throws `invalid_request` when the id is no UUID, so that none leads elsewhere. */
export function attemptPath(directory: string, attemptId: string): string {
  if (validate(attemptId)) return join(directory, attemptId.toLowerCase());

  throw new AppError("invalid_request", "That is not the id of an attempt.");
}
