import { pruneEvents } from "#lib/events/prune-events.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeError, log } from "#lib/platform/log.server.ts";

const everyMs = 60 * 60_000;

/** Forgets old events now and every hour, and answers what stops it. A failure is logged: the next hour makes up for it. */
export function pruneHourly(client: PrismaClient): () => void {
  const prune = () =>
    pruneEvents(client).catch((error) =>
      log("warn", "old events not forgotten", { error: describeError(error) }),
    );

  prune();
  const timer = setInterval(prune, everyMs);
  return () => clearInterval(timer);
}
