import type { RecordStore } from "#components/data/records/record-store.ts";
import { openEventStream } from "#components/data/stream/open-event-stream.ts";

interface FollowOptions {
  /** Reads the newest pages of the lists that screens show. */
  refresh: (signal?: AbortSignal) => Promise<void>;
  /** The number of the newest event. */
  readSequence: () => Promise<number>;
}

/** How long the stream may be down before that is said, and how often the lists are then read instead. */
const downMs = 5_000;

/** An answer that takes longer will not come. */
const readMs = 20_000;

/**
 * Follows the owner's events into the store, over the one stream of this tab, from where its first snapshot says; for as long as the tab
 * lives. Where events cannot be had, while the stream is down or after its log began anew, lists are read.
 */
export function followEvents(store: RecordStore, { refresh, readSequence }: FollowOptions): void {
  let close = () => {};
  let polling: ReturnType<typeof setInterval> | undefined;
  let isReading = false;

  function follow(after: number) {
    close();
    close = openEventStream(after, {
      onEvent: store.takeEvent,
      // What cannot be read now is by the next reset: the stream comes back with the same cursor.
      onReset: () => void beginAnew().catch(() => {}),
      onConnection(isConnected) {
        if (!isConnected) {
          polling ??= setInterval(poll, downMs);
          return;
        }
        clearInterval(polling);
        polling = undefined;
        store.setLive(true);
      },
    });
  }

  function poll() {
    store.setLive(false);
    // One at a time: a browser has six connections to a server, and a press is to find one.
    if (isReading) return;
    isReading = true;
    // What cannot be reached now is asked for again when the timer is due.
    refresh(AbortSignal.timeout(readMs))
      .catch(() => {})
      .finally(() => {
        isReading = false;
      });
  }

  async function beginAnew() {
    store.beginAnew();
    const sequence = await readSequence();
    await refresh();
    follow(sequence);
  }

  follow(store.cursor());
}
