"use client";

import { formatDuration } from "#components/image/format-duration.ts";
import { useNow } from "#components/studio/queue/use-now.ts";

/** How long it has been, each second. Nobody knows how long it will be, so nothing is said of that. */
export function Elapsed({ since }: { since: string }) {
  return <span>{formatDuration(useNow() - Date.parse(since))}</span>;
}
