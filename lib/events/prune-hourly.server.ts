import { pruneEvents } from "#lib/events/prune-events.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { runHourly } from "#lib/platform/run-hourly.server.ts";

/** Forgets old events now and every hour, and answers what stops it, when it is at rest. */
export function pruneHourly(client: PrismaClient): () => Promise<void> {
  return runHourly((signal) => pruneEvents(client, { signal }), {
    failed: "old events not forgotten",
  });
}
