import type { Server } from "node:http";
import type { Env } from "#lib/platform/env.server.ts";
import { type RunningServices, setServerHost } from "#lib/platform/http/server-host.server.ts";

export interface PagesOptions {
  dev: boolean;
  env: Env;
  server: Server;
  port: number;
  /** Told of every failpoint by name. */
  hitFailpoint: ((point: string) => void) | undefined;
}

/**
 * Loads the pages, and through their instrumentation hook the services. Rejects with the hook's own error: Next
 * itself would only print it and answer 500 from then on.
 */
export async function loadPages({ dev, env, server, port, hitFailpoint }: PagesOptions) {
  const started = Promise.withResolvers<RunningServices>();
  setServerHost({
    env,
    ...(hitFailpoint ? { hitFailpoint } : {}),
    started: started.resolve,
    failed: started.reject,
  });

  // React chooses its build by this when it is loaded, hence the late import.
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  const { default: next } = await import("next");
  const pages = next({ dev, hostname: env.HOST, port, httpServer: server });

  const [services] = await Promise.all([started.promise, pages.prepare()]);
  return { services, handle: pages.getRequestHandler(), close: () => pages.close() };
}
