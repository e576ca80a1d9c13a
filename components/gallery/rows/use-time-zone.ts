"use client";

import { useSyncExternalStore } from "react";

/** The reader's time zone; the server's until the browser has taken over, for the two must draw the same first. */
export function useTimeZone(serverTimeZone: string): string {
  return useSyncExternalStore(neverChanges, readTimeZone, () => serverTimeZone);
}

function readTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function neverChanges() {
  return () => {};
}
