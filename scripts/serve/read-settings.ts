import { existsSync } from "node:fs";
import { type Env, parseEnv } from "#lib/platform/env.server.ts";

/**
 * Reads the settings from the environment and, where that says nothing, from a file. Throws an `AppError`
 * that names the wrong one.
 */
export function readSettings(file: string | null): Env {
  if (file && existsSync(file)) process.loadEnvFile(file);
  return parseEnv(process.env);
}
