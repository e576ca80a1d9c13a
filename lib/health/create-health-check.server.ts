import { checkHealth, type HealthContext } from "#lib/health/check-health.server.ts";
import type { HealthView } from "#lib/health/health-view.ts";

/** Callers that ask at once share one look, so that a probe that repeats itself cannot pile up work. */
export function createHealthCheck(context: HealthContext): () => Promise<HealthView> {
  let running: Promise<HealthView> | null = null;

  return () => {
    running ??= checkHealth(context).finally(() => {
      running = null;
    });
    return running;
  };
}
