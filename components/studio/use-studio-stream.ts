"use client";

import { useEffect, useState } from "react";
import { useEventStream } from "#components/data/use-event-stream.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

interface StudioStreamOptions {
  /** The sequence of the snapshot that the page came with. */
  after: number;
  onEvent: (event: StudioEvent, sequence: number) => void;
  /** The log begins anew; a snapshot is taken next. */
  onReset: () => void;
  /** Takes a new snapshot and resolves to its sequence; stays the same between draws. */
  takeSnapshot: () => Promise<number>;
}

/** How long the stream may be down before that is said, and how often the snapshot is then asked for instead. */
const downMs = 5_000;

/**
 * Follows the owner's events, and takes snapshots where they cannot be had: after a reset, and while the stream is
 * down. False once it has been down for 5 seconds.
 */
export function useStudioStream({
  after,
  onEvent,
  onReset,
  takeSnapshot,
}: StudioStreamOptions): boolean {
  const [cursor, setCursor] = useState(after);
  const [isConnected, setIsConnected] = useState(true);
  const [isLive, setIsLive] = useState(true);

  useEventStream(cursor, {
    onEvent,
    onReset() {
      onReset();
      // What cannot be taken now is asked for by the next reset: the stream comes back with the same cursor.
      takeSnapshot().then(setCursor, () => {});
    },
    onConnection(connected) {
      setIsConnected(connected);
      if (connected) setIsLive(true);
    },
  });

  useEffect(() => {
    if (isConnected) return;

    const timer = setInterval(() => {
      setIsLive(false);
      // What cannot be reached now is asked again when the timer is due.
      takeSnapshot().catch(() => {});
    }, downMs);
    return () => clearInterval(timer);
  }, [isConnected, takeSnapshot]);

  return isLive;
}
