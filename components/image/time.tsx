"use client";

import { useSyncExternalStore } from "react";

interface TimeProps {
  iso: string;
  /** Told to the second. */
  seconds?: boolean;
}

/** A moment in the reader's own time zone, which the server does not know: it comes with the browser's first render. */
export function Time({ iso, seconds = false }: TimeProps) {
  const text = useSyncExternalStore(
    neverChanges,
    () => describe(new Date(iso), seconds ? "medium" : "short"),
    () => "",
  );

  return <time dateTime={iso}>{text}</time>;
}

function describe(time: Date, timeStyle: "short" | "medium"): string {
  const isToday = time.toDateString() === new Date().toDateString();
  const format = isToday ? { timeStyle } : ({ dateStyle: "medium", timeStyle } as const);
  return new Intl.DateTimeFormat(undefined, format).format(time);
}

function neverChanges() {
  return () => {};
}
