import { pruneEvents } from "#lib/events/prune-events.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

const everyMs = 60 * 60_000;

/**
 * Forgets old events now and every hour, and answers what stops it, which resolves when nothing is under way any more. A
 * failure is logged: the next hour makes up for it.
 */
export function pruneHourly(client: PrismaClient): () => Promise<void> {
  const stopping = new AbortController();
  let pruning = Promise.resolve();
  const prune = () => {
    pruning = pruning
      .then(() => pruneEvents(client, { signal: stopping.signal }))
      .then(() => {})
      .catch((error) => log("warn", "old events not forgotten", { error: describeError(error) }));
  };

  prune();
  const timer = setInterval(prune, everyMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await pruning;
  };
}
