import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";
import { bindStoredKey, type SettingsContext } from "#lib/settings/stored-gateway.server.ts";

type OpenOptions = Omit<SettingsContext, "env" | "sealer"> & { env: Env; dataDir: string };

/** What the functions of the settings need, once what an earlier version stored is as this one has it. */
export async function openSettings({
  client,
  env,
  userId,
  dataDir,
}: OpenOptions): Promise<SettingsContext> {
  const sealer = createSealer({ secretKey: env.SECRET_KEY, dataDir });
  const context = { client, env, sealer, userId };
  await retryWhileLost(() => bindStoredKey(context));
  return context;
}
