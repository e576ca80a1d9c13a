"use client";

import { newestAttempts } from "#components/queue/newest-attempts.ts";
import type { QueueRow } from "#components/queue/select-standing.ts";
import { useWords } from "#components/words/words.tsx";

/** How many of its pictures stand so, where there are several. */
export function PictureCount({ row: { generation, attempts } }: { row: QueueRow }) {
  const t = useWords();
  const all = generation ? newestAttempts(generation.attempts).length : attempts.length;
  if (all === 1) return null;

  return <span>{t("drawer.picturesOf", { count: attempts.length, all })}</span>;
}
