"use client";

import { useRecords } from "#components/data/select/use-records.ts";
import {
  type Standing,
  type StandingRow,
  selectStanding,
} from "#components/queue/select-standing.ts";
import { useMoment } from "#components/queue/use-moment.ts";
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
  const { failed, unknown } = standing;
  const ends = [...[...failed, ...unknown].map(leavesAt), ...pauses.map(goesOnAt)];
  const now = useMoment((last) => Math.min(...ends.filter((end) => end > last)));
  // The screen beside it may not be drawn yet on the server, and is when the browser draws the same.
  if (now === 0) return none;

  const isLate = (row: StandingRow) => leavesAt(row) > now;
  return {
    standing: { ...standing, failed: failed.filter(isLate), unknown: unknown.filter(isLate) },
    pauses: pauses.filter((pause) => goesOnAt(pause) > now),
  };
}

function leavesAt({ attempts }: StandingRow): number {
  return Math.max(...attempts.map(({ endedAt }) => (endedAt ? Date.parse(endedAt) + endedMs : 0)));
}

function goesOnAt({ until }: PauseView): number {
  return until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
}
