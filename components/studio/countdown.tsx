"use client";

import { formatDuration } from "#components/image/format-duration.ts";
import { useNow } from "#components/studio/use-now.ts";

/** How long it still waits, each second. */
export function Countdown({ until }: { until: string }) {
  const left = Date.parse(until) - useNow();
  return <span>{left > 0 ? `Waiting · ${formatDuration(left + 999)}` : "Goes on now"}</span>;
}
