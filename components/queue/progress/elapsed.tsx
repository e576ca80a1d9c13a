"use client";

import { formatDuration } from "#components/image/format-duration.ts";
import { useNow } from "#components/queue/use-now.ts";
import { useWords } from "#components/words/words.tsx";

/** How long it has been, each second. Nobody knows how long it will be, so nothing is said of that. */
export function Elapsed({ since }: { since: string }) {
  const t = useWords();
  return <span>{formatDuration(useNow() - Date.parse(since), t)}</span>;
}
