import { readDeviceId } from "#components/data/stream/device-id.ts";
import {
  isHiddenStreamKept,
  isStreamWanted,
  onStreamWanted,
} from "#components/data/stream/hidden-stream.ts";
import { resetEventType } from "#lib/contract/reset-event.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import { eventPing } from "#lib/platform/http/event-ping.ts";

export interface EventStreamReader {
  /** Called once for each event, in their order; `sequence` is where a later stream goes on from. */
  onEvent: (event: StudioEvent, sequence: number) => void;
  /** The cursor was too old: take a new snapshot, and open another stream from there. */
  onReset: () => void;
  /** Called when the stream breaks (false) and when it is back (true). */
  onConnection?: (isConnected: boolean) => void;
}

/** Each of them, so that a type that is added cannot be forgotten. */
const eventTypes: Record<StudioEvent["type"], true> = {
  "generation-queued": true,
  "attempt-queued": true,
  "attempt-started": true,
  "image-partial": true,
  "image-stored": true,
  "image-updated": true,
  "images-updated": true,
  "images-purged": true,
  "attempt-updated": true,
  "attempt-ended": true,
  "generation-ended": true,
  "generation-deleted": true,
  "generation-restored": true,
  "queue-reordered": true,
  "pauses-changed": true,
  "usage-updated": true,
};

/**
 * The browser gives up for good at an answer that is no stream: while the server starts, or has all the streams that it
 * allows. The wait doubles each time, and is not the same in every tab, so that they do not come back all at once.
 */
const reopenMs = 2_000;
const reopenMsMax = 30_000;

/** Nothing for as long as three pings take: the connection is dead, and the browser does not know. */
const silentMs = 3 * eventPing.everyMs;

/**
 * Follows the owner's events after a sequence, over one EventSource, until the returned function is called. The
 * browser reconnects by itself; where it gives up, another EventSource goes on from the last event.
 *
 * A tab that is hidden lets go, and goes on from there when it is looked at: a browser opens six connections to a server
 * at most, and a seventh tab would wait for ever. Only the one that listens for the others stays (`hidden-stream.ts`).
 */
export function openEventStream(after: number, reader: EventStreamReader): () => void {
  const leaving = new AbortController();
  let sequence = after;
  let source: EventSource | null = null;
  let refusals = 0;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function follow() {
    letGo();
    if (isStreamWanted()) open();
  }

  function open() {
    const next = new EventSource(addressAfter(sequence));
    next.onopen = () => {
      refusals = 0;
      listen();
      reader.onConnection?.(true);
    };
    next.onerror = () => {
      reader.onConnection?.(false);
      if (next.readyState !== EventSource.CLOSED) return;

      const waitMs = Math.min(reopenMsMax, reopenMs * 2 ** refusals);
      refusals += 1;
      reopening = setTimeout(follow, waitMs * (0.5 + Math.random() / 2));
    };
    next.addEventListener(eventPing.type, listen);
    next.addEventListener(resetEventType, () => reader.onReset());
    for (const type of Object.keys(eventTypes)) next.addEventListener(type, onMessage);
    source = next;
    listen();
  }

  function listen() {
    clearTimeout(silence);
    silence = setTimeout(() => {
      reader.onConnection?.(false);
      follow();
    }, silentMs);
  }

  function letGo() {
    clearTimeout(reopening);
    clearTimeout(silence);
    source?.close();
    source = null;
  }

  function onMessage({ type, data, lastEventId }: MessageEvent<string>) {
    listen();
    sequence = Number(lastEventId);
    const event = { type, ...JSON.parse(data) };
    if (process.env.NODE_ENV !== "production") void hold(event);
    reader.onEvent(event, sequence);
  }

  onStreamWanted(() => (source && isHiddenStreamKept()) || follow(), leaving);
  window.addEventListener("online", follow, { signal: leaving.signal });
  follow();

  return () => {
    leaving.abort();
    letGo();
  };
}

/** A device that is told of presses that end names itself: while somebody looks there, it is not told. */
function addressAfter(sequence: number): string {
  // Where nobody looks the device is told all the same.
  const device = document.visibilityState === "visible" ? readDeviceId() : null;
  return `/api/events?after=${sequence}${device ? `&device=${device}` : ""}`;
}

/** Holds an event to the contract, beside its way: one that waited for that might be overtaken. */
async function hold(event: { type: string }): Promise<void> {
  const { checkEvent } = await import("#components/data/check-contract.ts");
  checkEvent(event);
}
