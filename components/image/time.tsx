"use client";

import { useSyncExternalStore } from "react";
import { pickLocale } from "#components/image/pick-locale.ts";
import { useWords } from "#components/words/words.tsx";

interface TimeProps {
  iso: string;
  /** The time of day alone, to the second. */
  isClock?: boolean;
  /** To the second, where it may be shown anew within a minute. */
  hasSeconds?: boolean;
}

/** A moment in the reader's own time zone, which the server does not know: it comes with the browser's first render. */
export function Time({ iso, isClock = false, hasSeconds = false }: TimeProps) {
  const { language } = useWords();
  const text = useSyncExternalStore(
    neverChanges,
    () => {
      const time = new Date(iso);
      const how = howToWrite(time, { isClock, hasSeconds });
      return new Intl.DateTimeFormat(pickLocale(language, navigator.languages), how).format(time);
    },
    () => "",
  );

  return <time dateTime={iso}>{text}</time>;
}

function howToWrite(
  time: Date,
  { isClock, hasSeconds }: { isClock: boolean; hasSeconds: boolean },
): Intl.DateTimeFormatOptions {
  if (isClock) return { timeStyle: "medium" };

  const timeStyle = hasSeconds ? "medium" : "short";
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday ? { timeStyle } : { dateStyle: "medium", timeStyle };
}

function neverChanges() {
  return () => {};
}
