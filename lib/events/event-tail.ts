/** An event as it is sent, serialised once for all readers. */
export interface LoggedEvent {
  sequence: number;
  type: string;
  frame: Uint8Array;
}

/** The newest events of a user's log, without a gap, bounded in bytes. */
export interface EventTail {
  /** The sequence of the newest event; of one before the first, when there is none. */
  head(): number;
  /** Adds the events that follow on the head, and forgets the oldest beyond what may be held. */
  append(events: readonly LoggedEvent[]): void;
  /** The events after a cursor, `pageBytes` of them or one; null when they are not held (any more, or yet). */
  pageAfter(cursor: number): readonly LoggedEvent[] | null;
}

const defaultLimits: TailLimits = { tailBytes: 2_000_000, pageBytes: 64_000 };

export interface TailLimits {
  /** The most that is held: a reader that falls further behind reads the log itself. */
  tailBytes: number;
  /** The most that a reader takes at once, and holds while its socket takes nothing. */
  pageBytes: number;
}

/** A tail that goes on from `after`. */
export function createEventTail(
  after: number,
  { tailBytes, pageBytes }: TailLimits = defaultLimits,
): EventTail {
  let events: LoggedEvent[] = [];
  let bytes = 0;
  let head = after;

  return {
    head: () => head,
    append(added) {
      events = events.concat(added);
      for (const event of added) {
        bytes += event.frame.byteLength;
        head = event.sequence;
      }
      let dropped = 0;
      for (; bytes > tailBytes; dropped += 1) bytes -= events[dropped]?.frame.byteLength ?? 0;
      events = events.slice(dropped);
    },
    pageAfter(cursor) {
      const from = cursor - (head - events.length);
      if (from < 0 || cursor > head) return null;

      let until = from;
      let size = 0;
      for (const event of events.slice(from)) {
        size += event.frame.byteLength;
        if (size > pageBytes && until > from) break;
        until += 1;
      }
      return events.slice(from, until);
    },
  };
}
