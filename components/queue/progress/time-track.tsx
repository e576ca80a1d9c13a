"use client";

import type { UsualTook } from "#components/queue/progress/usual-took.ts";
import { useNow } from "#components/queue/use-now.ts";
import { useWords } from "#components/words/words.tsx";

interface TimeTrackProps {
  since: string;
  usual: UsualTook;
}

/** "usually 14–22 s", until it has been longer. */
export function UsualTime({ since, usual }: TimeTrackProps) {
  const t = useWords();
  const isLonger = useNow() - Date.parse(since) > usual.toMs;
  const [from, to] = secondsOf(usual);
  return (
    <span title={t("progress.usualOf", { count: usual.count, of: usual.of })}>
      {isLonger ? t("progress.longer") : t("progress.usual", { from, to })}
    </span>
  );
}

/** How much of the usual time has passed. It ends a little after that, and never claims that the picture is done. */
export function TimeTrack({ since, usual }: TimeTrackProps) {
  const now = useNow();
  const length = usual.toMs * 1.15;
  const share = (milliseconds: number) => Math.min(1, Math.max(0, milliseconds / length)) * 100;
  // The server does not know what time it is for the reader.
  const passed = now === 0 ? 0 : share(now - Date.parse(since));
  const [from, to] = [share(usual.fromMs), share(usual.toMs)];

  return (
    <span
      aria-hidden
      data-slot="time-track"
      className="absolute inset-x-0 bottom-0 h-1 forced-colors:hidden"
      style={{
        background: `linear-gradient(90deg, var(--scrim) ${from}%, rgb(255 255 255 / 70%) ${from}% ${to}%, var(--scrim) ${to}%)`,
      }}
    >
      <span className="absolute inset-y-0 start-0 bg-live" style={{ width: `${passed}%` }} />
    </span>
  );
}

function secondsOf({ fromMs, toMs }: UsualTook): [number, number] {
  const from = Math.max(1, Math.floor(fromMs / 1_000));
  return [from, Math.max(from + 1, Math.ceil(toMs / 1_000))];
}
