"use client";

import { useRecords } from "#components/data/select/use-records.ts";
import { type Standing, selectStanding } from "#components/queue/select-standing.ts";
import { useNow } from "#components/queue/use-now.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/** What failed longer ago is not in the way any more. */
const failedMs = 60 * 60_000;

interface Queue {
  standing: Standing;
  pauses: readonly PauseView[];
}

const none: Queue = {
  standing: { making: [], waiting: [], failed: [], isPartial: false },
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
      failed: standing.failed.filter(({ attempts }) =>
        attempts.some(({ endedAt }) => endedAt && now - Date.parse(endedAt) < failedMs),
      ),
    },
    pauses: pauses.filter(({ until }) => until === null || Date.parse(until) > now),
  };
}
