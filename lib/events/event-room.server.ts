import type { LoggedEvent, TailLimits } from "#lib/events/event-tail.ts";
import type { EventWaker } from "#lib/events/event-waker.server.ts";
import { createUserLog, type UserLog } from "#lib/events/user-log.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/** A notification can be lost with its connection; a look at the log this often makes up for it. */
const lookEveryMs = 10_000;

/** After a look that failed: the database may be away for a while. */
const lookAgainMs = 1_000;

/** The readers of one user's log in this process. */
interface EventRoom {
  /** See `EventHub`. */
  follow(reader: { after: number; signal: AbortSignal }): AsyncGenerator<LoggedEvent | "reset">;
  size(): number;
  /** Ends all readers. */
  close(): void;
}

/** Looks at the log when it is woken, for as long as there is a reader; `onEmpty` is called when the last has left. */
export function openEventRoom({
  client,
  waker,
  userId,
  held,
  onEmpty,
}: {
  client: PrismaClient;
  waker: EventWaker;
  userId: string;
  held: TailLimits | undefined;
  onEmpty: () => void;
}): EventRoom {
  const readers = new Set<Reader>();
  const userLog = createUserLog({
    client,
    userId,
    held,
    onNews: () => {
      for (const { bell } of readers) bell.ring();
    },
  });
  const stopLooking = keepLooking({ userLog, waker, userId });

  return {
    size: () => readers.size,
    close() {
      for (const reader of readers) reader.leave();
    },
    follow({ after, signal }) {
      const bell = createBell();
      const leave = () => {
        signal.removeEventListener("abort", leave);
        bell.end();
        if (!readers.delete(reader) || readers.size > 0) return;
        stopLooking();
        onEmpty();
      };
      const reader: Reader = { bell, leave };
      readers.add(reader);
      // Not in a `finally` alone: a generator that nobody has begun to read runs none.
      signal.addEventListener("abort", leave);
      if (signal.aborted) leave();
      return read(userLog, { after, reader });
    },
  };
}

interface Reader {
  bell: ReturnType<typeof createBell>;
  /** A second call does nothing. */
  leave: () => void;
}

async function* read(
  userLog: UserLog,
  { after, reader: { bell, leave } }: { after: number; reader: Reader },
): AsyncGenerator<LoggedEvent | "reset"> {
  let cursor = after;
  try {
    while (!bell.isOver()) {
      const rung = bell.next();
      const events = await userLog.after(cursor);
      if (!events) {
        yield "reset";
        return;
      }
      for (const event of events) {
        if (bell.isOver()) return;
        yield event;
        cursor = event.sequence;
      }
      if (events.length === 0) await rung;
    }
  } finally {
    leave();
  }
}

/** A promise that resolves at the next ring; asked for before looking, so that no ring falls in between. */
function createBell() {
  let next = Promise.withResolvers<void>();
  let isOver = false;

  return {
    isOver: () => isOver,
    ring: () => next.resolve(),
    end() {
      isOver = true;
      next.resolve();
    },
    next() {
      next = Promise.withResolvers<void>();
      if (isOver) next.resolve();
      return next.promise;
    },
  };
}

function keepLooking({
  userLog,
  waker,
  userId,
}: {
  userLog: UserLog;
  waker: EventWaker;
  userId: string;
}): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const look = () => {
    clearTimeout(again);
    userLog.readOn().catch((error) => {
      if (isOver) return;
      log("warn", "the events are out of reach", { error: describeError(error) });
      again = setTimeout(look, lookAgainMs);
    });
  };
  const timer = setInterval(look, lookEveryMs);
  const unsubscribe = waker.subscribe(userId, look);

  return () => {
    isOver = true;
    clearInterval(timer);
    clearTimeout(again);
    unsubscribe();
  };
}
