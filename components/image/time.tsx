"use client";

import { useSyncExternalStore } from "react";

interface TimeProps {
  iso: string;
  /** The time of day alone, to the second. */
  isClock?: boolean;
  /** To the second, where it may be shown anew within a minute. */
  hasSeconds?: boolean;
}

/** A moment in the reader's own time zone, which the server does not know: it comes with the browser's first render. */
export function Time({ iso, isClock = false, hasSeconds = false }: TimeProps) {
  const text = useSyncExternalStore(
    neverChanges,
    () => (isClock ? describeClock(new Date(iso)) : describe(new Date(iso), hasSeconds)),
    () => "",
  );

  return <time dateTime={iso}>{text}</time>;
}

function describeClock(time: Date): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "medium" }).format(time);
}

function describe(time: Date, hasSeconds: boolean): string {
  const isToday = time.toDateString() === new Date().toDateString();
  const timeStyle = hasSeconds ? "medium" : "short";
  const format = isToday ? ({ timeStyle } as const) : ({ dateStyle: "medium", timeStyle } as const);
  return new Intl.DateTimeFormat(undefined, format).format(time);
}

function neverChanges() {
  return () => {};
}
