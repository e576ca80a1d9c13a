import type { HealthView } from "#lib/contract/health-view.ts";
import { checkHealth, type HealthContext } from "#lib/health/check-health.server.ts";

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
