import { fetchAgain } from "#lib/generation/fetch-again.server.ts";
import { askUnasked, settleDue } from "#lib/generation/recover/settle-outcomes.server.ts";
import { serialize } from "#lib/generation/run/serialize.server.ts";
import { recoverChannel } from "#lib/generation/save-again.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";

/** What became due, or whose notification was lost, is found this often. */
const lookEveryMs = 5_000;

/** What is done for attempts that have ended: each process may do it. */
export interface FollowUps {
  /** Begins nothing more, and waits for what it is at. */
  close(): Promise<void>;
}

/** Starts fetching what a person wants fetched again, and asking the gateway what became of unknown outcomes. */
export async function startFollowUps(context: RunContext, database: Database): Promise<FollowUps> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const fetchWanted = serialize(async () => {
    if (!signal.aborted) await fetchAgain(context);
  });
  let isRestoredSeen = false;
  const settle = serialize(async () => {
    if (signal.aborted) return;
    if (!isRestoredSeen) await askUnasked(context.client);
    isRestoredSeen = true;
    await settleDue(context, { signal });
  });

  const unlisten = await database.listen(recoverChannel, fetchWanted);
  const timers = [setInterval(fetchWanted, lookEveryMs), setInterval(settle, lookEveryMs)];
  fetchWanted();
  settle();

  return {
    async close() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.all([fetchWanted(), settle()]);
      await unlisten();
    },
  };
}
