import { openEventRoom } from "#lib/events/event-room.server.ts";
import type { LoggedEvent, TailLimits } from "#lib/events/event-tail.ts";
import type { EventWaker } from "#lib/events/event-waker.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

/** All readers of events in this process: each user's log is read once for all of them. */
export interface EventHub {
  /**
   * A user's events after a cursor: what the log holds, then what comes, until `signal` aborts, to which every caller
   * sees. Yields "reset" and ends when the cursor cannot be continued from. Throws at once, before anything is yielded,
   * when there are too many readers, and once the hub is closed: a stream that opens and ends would look like a connection.
   */
  follow(reader: {
    userId: string;
    after: number;
    signal: AbortSignal;
  }): AsyncGenerator<LoggedEvent | "reset">;
  /** How many readers there are. */
  readers(): number;
  /** Ends all readers, and takes no more. */
  close(): void;
}

interface HubOptions {
  client: PrismaClient;
  waker: EventWaker;
  /** The most readers of one user, and in all. Default: any number. */
  readersPerUserMax?: number;
  readersMax?: number;
  /** How much of a log is held in memory. Default: 2 MB. */
  held?: TailLimits;
}

/** Reads nothing until somebody follows, and nothing any more once the last has left. */
export function createEventHub({
  client,
  waker,
  readersPerUserMax = Number.POSITIVE_INFINITY,
  readersMax = Number.POSITIVE_INFINITY,
  held,
}: HubOptions): EventHub {
  const rooms = new Map<string, ReturnType<typeof openEventRoom>>();
  let isClosed = false;
  const readers = () => [...rooms.values()].reduce((sum, room) => sum + room.size(), 0);

  return {
    readers,
    follow({ userId, after, signal }) {
      if (isClosed) throw stopping();
      if (readers() >= readersMax) throw tooManyInAll(readersMax);
      const known = rooms.get(userId);
      if (known && known.size() >= readersPerUserMax) throw tooMany(readersPerUserMax);

      const onEmpty = () => rooms.delete(userId);
      const room = known ?? openEventRoom({ client, waker, userId, held, onEmpty });
      rooms.set(userId, room);
      return room.follow({ after, signal });
    },
    close() {
      isClosed = true;
      for (const room of rooms.values()) room.close();
    },
  };
}

function stopping(): AppError {
  return new AppError("unavailable", say("refusals.stopping"));
}

function tooMany(most: number): AppError {
  return new AppError("too_many_streams", say("refusals.tooManyStreams", { most }));
}

function tooManyInAll(most: number): AppError {
  return new AppError("unavailable", say("refusals.tooManyStreamsInAll", { most }));
}
