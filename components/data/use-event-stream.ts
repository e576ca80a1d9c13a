"use client";

import { useEffect, useEffectEvent } from "react";
import { type EventStreamReader, openEventStream } from "#components/data/open-event-stream.ts";

/** Follows the owner's events while a screen is shown; another `after` opens another stream from there. */
export function useEventStream(after: number, reader: EventStreamReader): void {
  const onEvent = useEffectEvent(reader.onEvent);
  const onReset = useEffectEvent(reader.onReset);
  const onConnection = useEffectEvent((isConnected: boolean) => reader.onConnection?.(isConnected));

  useEffect(() => openEventStream(after, { onEvent, onReset, onConnection }), [after]);
}
