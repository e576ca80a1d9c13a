"use client";

import { useEffect } from "react";
import type { ShownSubmission } from "#components/data/records/surroundings.ts";
import { useRecords } from "#components/data/select/use-records.ts";
import { longestPause } from "#components/queue/longest-pause.ts";
import { selectForecast, type TileForecast } from "#components/queue/progress/select-forecast.ts";
import { selectQueue } from "#components/queue/select-queue.ts";
import { GenerationCard } from "#components/studio/feed/card/generation-card.tsx";
import { describeStanding } from "#components/studio/feed/label/describe-standing.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { useWords } from "#components/words/words.tsx";

/** What has ended is given the same ones each time, and so is not drawn again. */
const noPartials = {};
const noRanks = new Map<string, number>();
const noForecast: TileForecast = { thumbhash: null, usual: null };

/** A card that is drawn again when its own generation changes; while that is made, with the queue as well. */
export function FeedCard({ id, isNewest }: { id: string; isNewest: boolean }) {
  const generation = useRecords((records) => records.generation(id));
  const isMade = generation?.endedAt === null;
  const ranks = useRecords((records) => (isMade ? selectQueue(records).ranks : noRanks));
  const partials = useRecords((records) => (isMade ? records.surroundings().partials : noPartials));
  const pause = useRecords((records) =>
    isMade ? longestPause(records.surroundings().pauses, generation.gateway.id) : null,
  );
  const forecast = useRecords((records) =>
    isMade ? selectForecast(records, generation) : noForecast,
  );
  if (!generation) return null;

  return (
    <GenerationCard
      generation={generation}
      standing={null}
      isNewest={isNewest}
      partials={partials}
      ranks={ranks}
      pause={pause}
      {...forecast}
    />
  );
}

/** A press that is on its way. */
export function SubmissionCard({
  submission: { generation, standing },
  isNewest,
}: {
  submission: ShownSubmission;
  isNewest: boolean;
}) {
  const told = describeStanding(standing, useWords());
  useEffect(() => {
    if (told) announce(told);
  }, [told]);
  const forecast = useRecords((records) => selectForecast(records, generation));

  return (
    <GenerationCard
      generation={generation}
      standing={standing}
      isNewest={isNewest}
      partials={noPartials}
      ranks={noRanks}
      pause={null}
      {...forecast}
    />
  );
}
