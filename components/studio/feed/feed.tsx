"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { ShownList } from "#components/data/select/use-list.ts";
import { useRecords } from "#components/data/select/use-records.ts";
import { longestPause } from "#components/queue/longest-pause.ts";
import { selectQueue } from "#components/queue/select-queue.ts";
import { GenerationCard } from "#components/studio/feed/generation-card.tsx";
import { useIsMeasured } from "#components/studio/feed/layout/guessed-view.tsx";
import { useMeasuredView } from "#components/studio/feed/layout/use-measured-view.ts";
import { selectForecast, type TileForecast } from "#components/studio/feed/tile/select-forecast.ts";
import { useRovingFocus } from "#components/studio/feed/use-roving-focus.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface FeedProps {
  list: ShownList;
  /** The element that scrolls; scrolling it to 0 shows the newest. */
  scroller: RefObject<HTMLElement | null>;
  /** Shown while there is nothing to show. */
  empty: ReactNode;
}

/** What has ended is given the same ones each time, and so is not drawn again. */
const noPartials = {};
const noRanks = new Map<string, number>();
const noForecast: TileForecast = { thumbhash: null, usual: null };

/**
 * The generations, newest last. The scroller is a reversed column: the browser itself then holds it to its foot, and
 * holds still what is read above when something is added.
 */
export function Feed({ list, scroller, empty }: FeedProps) {
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  useMeasuredView(place);
  useRovingFocus(place);
  const isMeasured = useIsMeasured();
  const { ids, hasOlder, loadOlder } = list;
  const { submissions } = useRecords((records) => records.surroundings());
  const isEmpty = ids.length === 0 && submissions.length === 0;
  const newest = submissions.at(-1)?.id ?? ids[0];

  return (
    <section
      aria-label={t("feed.title")}
      ref={scroller}
      className={cn(
        "flex min-h-0 flex-1 overflow-y-auto overscroll-contain [container:feed/inline-size]",
        isEmpty ? "flex-col" : "flex-col-reverse",
      )}
    >
      <div
        data-slot="feed"
        data-measured={isMeasured || undefined}
        className={cn("w-full md:pe-6", isEmpty ? "py-6 max-md:px-4" : "pt-2 pb-6")}
      >
        <div ref={place} className="flex flex-col gap-8 md:gap-12">
          {hasOlder && <OlderLoader loadOlder={loadOlder} />}
          {isEmpty && empty}
          {ids.toReversed().map((id) => (
            <FeedCard key={id} id={id} isNewest={id === newest} />
          ))}
          {submissions.map((submission) => (
            <SubmissionCard
              key={submission.id}
              generation={submission}
              isNewest={submission.id === newest}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

/** A card that is drawn again when its own generation changes; while that is made, with the queue as well. */
function FeedCard({ id, isNewest }: { id: string; isNewest: boolean }) {
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
      isSubmission={false}
      isNewest={isNewest}
      partials={partials}
      ranks={ranks}
      pause={pause}
      {...forecast}
    />
  );
}

/** A press that is on its way. */
function SubmissionCard({
  generation,
  isNewest,
}: {
  generation: GenerationView;
  isNewest: boolean;
}) {
  const forecast = useRecords((records) => selectForecast(records, generation));

  return (
    <GenerationCard
      generation={generation}
      isSubmission
      isNewest={isNewest}
      partials={noPartials}
      ranks={noRanks}
      pause={null}
      {...forecast}
    />
  );
}

/** Asks for older generations when it comes into sight. */
function OlderLoader({ loadOlder }: { loadOlder: () => Promise<void> }) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const observer = new IntersectionObserver(
      // What cannot be reached now is asked for when it comes into sight again.
      (entries) => entries.some((entry) => entry.isIntersecting) && loadOlder().catch(() => {}),
      { rootMargin: "400px" },
    );
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [loadOlder]);

  return (
    <div ref={ref} className="flex flex-col gap-3">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-56" />
    </div>
  );
}
