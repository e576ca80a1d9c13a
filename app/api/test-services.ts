import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { copyPGliteTemplate } from "#lib/platform/database/test-database.ts";
import { parseEnv } from "#lib/platform/env.server.ts";
import { type Services, startServices } from "#lib/services/services.server.ts";

/** A studio in an empty folder of its own: the routes find the one that was started last. */
export async function openTestServices(
  settings: Record<string, string> = {},
): Promise<{ services: Services; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-test-"));
  await copyPGliteTemplate(dataDir);
  const services = await startServices({ env: parseEnv({ DATA_DIR: dataDir, ...settings }) });
  return {
    services,
    async close() {
      await services.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** One for one test, gone with it. */
export async function startTestServices(settings?: Record<string, string>): Promise<Services> {
  const { services, close } = await openTestServices(settings);
  onTestFinished(close);
  return services;
}
