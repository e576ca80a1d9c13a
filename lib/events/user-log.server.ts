import pLimit from "p-limit";
import {
  createEventTail,
  type EventTail,
  type LoggedEvent,
  type TailLimits,
} from "#lib/events/event-tail.ts";
import { oneAtATime } from "#lib/events/one-at-a-time.ts";
import { currentSequence, readEvents, type StoredEvent } from "#lib/events/read-events.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { encodeEvent } from "#lib/platform/http/event-stream.ts";

/** One user's log as all readers of this process share it. */
export interface UserLog {
  /** Reads what was written since, once for everybody, and tells `onNews`. Rejects when the database does not answer. */
  readOn(): Promise<void>;
  /** The next events after a cursor; none when there is nothing newer; null when it cannot be continued from. */
  after(cursor: number): Promise<readonly LoggedEvent[] | null>;
}

/** So many events before the newest are read at first: whoever comes back after a restart needs little more. */
const recentEvents = 100;

/** Readers that are far behind take turns, so that everybody else finds a connection. */
const takeTurns = pLimit(2);

/** Reads nothing yet: the first who asks does. `onNews` must not throw. */
export function createUserLog(options: {
  client: PrismaClient;
  userId: string;
  onNews: () => void;
  held: TailLimits | undefined;
}): UserLog {
  const { client, userId, onNews, held } = options;
  let tail: EventTail | null = null;
  const looks = new Map<number, Promise<LoggedEvent[] | null>>();

  const readOn = oneAtATime(async () => {
    let current = tail ?? (await openTail());
    for (;;) {
      const page = await readAfter(current.head());
      if (page?.length === 0) break;
      // The log does not hold what follows: what this process knows of it is of no use.
      if (page) current.append(page);
      else current = await openTail();
      tail = current;
      onNews();
    }
    tail = current;
  });

  return {
    readOn,
    async after(cursor) {
      // A snapshot may be newer than what was read here.
      if (!tail || cursor > tail.head()) await readOn();
      if (!tail || cursor > tail.head()) return null;
      return tail.pageAfter(cursor) ?? readShared(cursor);
    },
  };

  async function openTail(): Promise<EventTail> {
    const latest = await currentSequence(client, userId);
    const start = Math.max(0, latest - recentEvents);
    const page = await readAfter(start);
    const opened = createEventTail(page ? start : latest, held);
    opened.append(page ?? []);
    return opened;
  }

  /** Readers that are behind at the same place share one look. */
  function readShared(cursor: number): Promise<LoggedEvent[] | null> {
    const shared = looks.get(cursor);
    if (shared) return shared;

    const look = takeTurns(() => readAfter(cursor)).finally(() => looks.delete(cursor));
    looks.set(cursor, look);
    return look;
  }

  async function readAfter(after: number): Promise<LoggedEvent[] | null> {
    const events = await readEvents(client, { userId, after });
    return events?.map(toLogged) ?? null;
  }
}

function toLogged({ sequence, type, data }: StoredEvent): LoggedEvent {
  return { sequence, type, frame: encodeEvent({ id: sequence, type, data }) };
}
