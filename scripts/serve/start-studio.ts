import { requireFileHandles } from "#lib/platform/files/file-handles.server.ts";
import { openLog } from "#lib/platform/log/logger.server.ts";
import { createStudioServer } from "./create-studio-server.ts";
import { listen } from "./listen.ts";
import { loadPages } from "./load-pages.ts";
import { logConsole } from "./log-console.ts";
import { readSettings } from "./read-settings.ts";
import { readStaticFiles } from "./static-files.ts";

export interface StudioOptions {
  dev: boolean;
  /** A file in the manner of `.env`; null reads the environment only. */
  settingsFile: string | null;
  /** Told of every failpoint by name; only `npm run crash` listens. */
  hitFailpoint?: (point: string) => void;
}

export interface Studio {
  url: string;
  /** What a person wants to know at the start, a line each. */
  lines: string[];
  /** Takes no more requests, lets the services finish, and resolves when all is closed. */
  stop(): Promise<void>;
}

/**
 * Binds the address, then opens the database and loads the pages. The order makes a taken port an error before
 * anything was touched; requests that come in between wait. Throws what says why it cannot start.
 */
export async function startStudio({
  dev,
  settingsFile,
  hitFailpoint,
}: StudioOptions): Promise<Studio> {
  const env = readSettings(settingsFile);
  openLog({ level: env.LOG_LEVEL });
  if (!dev) logConsole();
  // What is made here from now on is this user's alone.
  process.umask(0o077);
  requireFileHandles();

  const ready = Promise.withResolvers<Awaited<ReturnType<typeof loadPages>>>();
  const answerStatic = dev ? () => false : readStaticFiles(".next/static");
  const server = createStudioServer({
    dev,
    handle: async (request, response) => {
      if (answerStatic(request, response)) return;
      await (await ready.promise).handle(request, response);
    },
  });
  ready.promise.catch(() => server.closeAllConnections());
  const url = await listen(server, env);

  const loading = loadPages({
    dev,
    env,
    server,
    port: Number(new URL(url).port || 80),
    hitFailpoint,
  });
  loading.then(ready.resolve, ready.reject);
  const { services, close } = await loading;

  async function stop(): Promise<void> {
    server.close();
    server.closeIdleConnections();
    await services.close();
    await close();
    server.closeAllConnections();
  }

  return { url, lines: services.describe(), stop };
}
