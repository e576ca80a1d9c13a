"use client";

import { useRecords } from "#components/data/select/use-records.ts";
import {
  type Standing,
  type StandingRow,
  selectStanding,
} from "#components/queue/select-standing.ts";
import { useNow } from "#components/queue/use-now.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/** What ended longer ago is not in the way any more. */
const endedMs = 60 * 60_000;

interface Queue {
  standing: Standing;
  pauses: readonly PauseView[];
}

const none: Queue = {
  standing: { making: [], waiting: [], failed: [], unknown: [], isPartial: false },
  pauses: [],
};

/** What is made, waits and failed lately, and what holds it up now; nothing before the browser has drawn the page. */
export function useStanding(): Queue {
  const standing = useRecords(selectStanding);
  const { pauses } = useRecords((records) => records.surroundings());
  const now = useNow();
  // The screen beside it may not be drawn yet on the server, and is when the browser draws the same.
  if (now === 0) return none;

  return {
    standing: {
      ...standing,
      failed: endedLately(standing.failed, now),
      unknown: endedLately(standing.unknown, now),
    },
    pauses: pauses.filter(({ until }) => until === null || Date.parse(until) > now),
  };
}

function endedLately(rows: readonly StandingRow[], now: number): StandingRow[] {
  return rows.filter(({ attempts }) =>
    attempts.some(({ endedAt }) => endedAt && now - Date.parse(endedAt) < endedMs),
  );
}
