import type { EventWaker } from "#lib/events/event-waker.server.ts";
import { readEvents, type StoredEvent } from "#lib/events/read-events.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";

/** A notification can be lost with its connection; a look at the log this often makes up for it. */
const lookEveryMs = 10_000;

/**
 * A user's events after a cursor: what the log holds, then what comes, until `signal` aborts.
 * Yields "reset" and ends when the cursor cannot be continued from.
 */
export async function* followEvents({
  client,
  waker,
  userId,
  after,
  signal,
}: {
  client: PrismaClient;
  waker: EventWaker;
  userId: string;
  after: number;
  signal: AbortSignal;
}): AsyncGenerator<StoredEvent | "reset"> {
  const bell = createBell(signal);
  const unsubscribe = waker.subscribe(userId, bell.ring);
  let cursor = after;
  try {
    while (!signal.aborted) {
      const rung = bell.next();
      const events = await readEvents(client, { userId, after: cursor });
      if (!events) {
        yield "reset";
        return;
      }
      for (const event of events) {
        yield event;
        cursor = event.sequence;
      }
      if (events.length === 0) await rung;
    }
  } finally {
    unsubscribe();
    bell.close();
  }
}

/** A promise that resolves at the next ring; asked for before looking, so that no ring falls in between. */
function createBell(signal: AbortSignal) {
  let next = Promise.withResolvers<void>();
  const ring = () => next.resolve();
  const timer = setInterval(ring, lookEveryMs);
  signal.addEventListener("abort", ring);

  return {
    ring,
    next() {
      next = Promise.withResolvers<void>();
      return next.promise;
    },
    close() {
      clearInterval(timer);
      signal.removeEventListener("abort", ring);
    },
  };
}
