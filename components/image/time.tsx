"use client";

import { useSyncExternalStore } from "react";

/** A moment in the reader's own time zone, which the server does not know: it comes with the browser's first render. */
export function Time({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    neverChanges,
    () => describe(new Date(iso)),
    () => "",
  );

  return <time dateTime={iso}>{text}</time>;
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
