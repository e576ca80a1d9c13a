import { eventsChannel } from "#lib/events/append-events.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";

/** Wakes the readers of a user's log; one LISTEN serves all of them. */
export interface EventWaker {
  /** Calls back after each commit that wrote to the user's log; returns the way to stop. */
  subscribe(userId: string, wake: () => void): () => void;
  close(): Promise<void>;
}

/** Starts listening. A notification without a payload (a connection was lost) wakes everybody. */
export async function createEventWaker(database: Pick<Database, "listen">): Promise<EventWaker> {
  const wakesByUser = new Map<string, Set<() => void>>();
  const unlisten = await database.listen(eventsChannel, (userId) => {
    const woken = userId === "" ? [...wakesByUser.values()] : [wakesByUser.get(userId)];
    for (const wakes of woken) for (const wake of wakes ?? []) wake();
  });

  return {
    subscribe(userId, wake) {
      const wakes = wakesByUser.get(userId) ?? new Set();
      wakesByUser.set(userId, wakes.add(wake));

      return () => {
        wakes.delete(wake);
        if (wakes.size === 0 && wakesByUser.get(userId) === wakes) wakesByUser.delete(userId);
      };
    },
    close: unlisten,
  };
}
