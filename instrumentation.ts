import { getServerHost } from "#lib/platform/http/server-host.server.ts";

/** Next calls this once, before the first page: it starts the database, the queue and the engine. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;

  const host = getServerHost();
  try {
    const { startServices } = await import("#lib/services/services.server.ts");
    host.started(await startServices({ env: host.env, hitFailpoint: host.hitFailpoint }));
  } catch (error) {
    // Thrown on, it would leave a server that answers 500 for ever.
    host.failed(error);
  }
}
