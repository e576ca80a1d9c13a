import { fetchAgain } from "#lib/generation/fetch-again.server.ts";
import type { RunContext } from "#lib/generation/run-context.server.ts";
import { recoverChannel } from "#lib/generation/save-again.server.ts";
import { serialize } from "#lib/generation/serialize.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";

/** What was asked for is found this often, where its notification was lost. */
const lookEveryMs = 5_000;

/** What is done for attempts that have ended: each process may do it. */
export interface FollowUps {
  /** Begins nothing more, and waits for what it is at. */
  close(): Promise<void>;
}

/** Starts fetching what a person wants fetched again. */
export async function startFollowUps(context: RunContext, database: Database): Promise<FollowUps> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const fetchWanted = serialize(async () => {
    if (!signal.aborted) await fetchAgain(context);
  });

  const unlisten = await database.listen(recoverChannel, fetchWanted);
  const timers = [setInterval(fetchWanted, lookEveryMs)];
  fetchWanted();

  return {
    async close() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await fetchWanted();
      await unlisten();
    },
  };
}
