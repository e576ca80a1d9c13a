"use client";

import { formatDuration } from "#components/image/format-duration.ts";
import { useNow } from "#components/studio/queue/use-now.ts";

interface CountdownProps {
  until: string;
  /** What waits, as "Waiting · "; the time that is left follows. */
  before: string;
  /** What is said once it is over. */
  after?: string;
}

/** How long it still waits, each second. */
export function Countdown({ until, before, after = "Goes on now" }: CountdownProps) {
  const now = useNow();
  const left = Date.parse(until) - now;
  // The server does not know what time it is for the reader, and draws no number.
  const text = now === 0 ? "…" : formatDuration(left + 999);
  return <span>{left > 0 ? `${before}${text}` : after}</span>;
}
