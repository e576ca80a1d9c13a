import { existsSync } from "node:fs";
import { type Env, parseEnv } from "#lib/platform/env.server.ts";
import { AppError } from "#lib/platform/errors.ts";

/**
 * Reads the settings from the environment and, where that says nothing, from a file. Throws an `AppError`
 * that names the wrong one.
 */
export function readSettings(file: string | null): Env {
  if (file && existsSync(file)) loadFile(file);
  return parseEnv(process.env);
}

function loadFile(file: string): void {
  try {
    process.loadEnvFile(file);
  } catch (cause) {
    throw new AppError(
      "invalid_request",
      `The file of settings ${file} cannot be read: it has to be a file that this user may read.`,
      { cause },
    );
  }
}
