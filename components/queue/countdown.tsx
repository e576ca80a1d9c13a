"use client";

import { formatDuration } from "#components/image/format-duration.ts";
import { useNow } from "#components/queue/use-now.ts";
import { useWords } from "#components/words/words.tsx";
import type { MessageKey } from "#messages/messages.ts";

interface CountdownProps {
  until: string;
  /** With `left` in it: how long it still waits, or "none" once that is over. */
  message: MessageKey;
  /** What else the message wants. */
  values?: Record<string, string>;
}

/** How long it still waits, each second. */
export function Countdown({ until, message, values }: CountdownProps) {
  const t = useWords();
  const now = useNow();
  const leftMs = Date.parse(until) - now;
  // The server does not know what time it is for the reader, and draws no number.
  const time = now === 0 ? "…" : formatDuration(leftMs + 999, t);
  return <span>{t(message, { ...values, left: leftMs > 0 ? time : "none" })}</span>;
}
