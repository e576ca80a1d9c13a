"use client";

import { useSyncExternalStore } from "react";

interface TimeProps {
  iso: string;
  /** The time of day alone, to the second. */
  isClock?: boolean;
}

/** A moment in the reader's own time zone, which the server does not know: it comes with the browser's first render. */
export function Time({ iso, isClock = false }: TimeProps) {
  const text = useSyncExternalStore(
    neverChanges,
    () => (isClock ? describeClock(new Date(iso)) : describe(new Date(iso))),
    () => "",
  );

  return <time dateTime={iso}>{text}</time>;
}

function describeClock(time: Date): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "medium" }).format(time);
}

function describe(time: Date): string {
  const isToday = time.toDateString() === new Date().toDateString();
  const format = isToday
    ? ({ timeStyle: "short" } as const)
    : ({ dateStyle: "medium", timeStyle: "short" } as const);
  return new Intl.DateTimeFormat(undefined, format).format(time);
}

function neverChanges() {
  return () => {};
}
