"use client";

import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { GenerationCard } from "#components/studio/feed/generation-card.tsx";
import type { StudioState } from "#components/studio/feed/studio-reducer.ts";
import { longestPause } from "#components/studio/queue/longest-pause.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

const PauseNotice = lazyPart(async () => {
  const { PauseNotice } = await import("#components/studio/queue/pause-notice.tsx");
  return PauseNotice;
});

interface FeedProps {
  state: StudioState;
  /** The element that scrolls; scrolling it to 0 shows the newest. */
  scroller: RefObject<HTMLElement | null>;
  loadOlder: () => void;
  /** Shown while there is nothing to show. */
  empty: ReactNode;
}

/** What has ended is given the same ones each time, and so is not drawn again. */
const noPartials = {};
const noRanks = new Map<string, number>();

/**
 * The generations, newest last. The scroller is a reversed column: the browser itself then holds it to its foot, and
 * holds still what is read above when something is added.
 */
export function Feed({ state, scroller, loadOlder, empty }: FeedProps) {
  const t = useWords();
  const { generations, submissions, partials, pauses, hasOlder } = state;
  const ranks = ranksOf(generations);
  const isEmpty = generations.length === 0 && submissions.length === 0;

  return (
    <section
      aria-label={t("feed.title")}
      ref={scroller}
      className={cn(
        "flex min-h-0 flex-1 overflow-y-auto overscroll-contain",
        isEmpty ? "flex-col" : "flex-col-reverse",
      )}
    >
      {pauses.length > 0 && (
        <div
          className={cn("sticky bottom-0 z-10 px-2 pb-2 md:px-4", isEmpty && "order-last mt-auto")}
        >
          <Suspense>
            <PauseNotice pauses={pauses} generations={generations} />
          </Suspense>
        </div>
      )}
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-10 px-4 py-6">
        {hasOlder && <OlderLoader loadOlder={loadOlder} />}
        {isEmpty && empty}
        {generations.map((generation) => (
          <GenerationCard
            key={generation.id}
            generation={generation}
            isSubmission={false}
            partials={generation.endedAt === null ? partials : noPartials}
            ranks={generation.endedAt === null ? ranks : noRanks}
            pause={generation.endedAt === null ? longestPause(pauses, generation.gateway.id) : null}
          />
        ))}
        {submissions.map((submission) => (
          <GenerationCard
            key={submission.id}
            generation={submission}
            isSubmission
            partials={noPartials}
            ranks={noRanks}
            pause={null}
          />
        ))}
      </div>
    </section>
  );
}

/** Asks for older generations when it comes into sight. */
function OlderLoader({ loadOlder }: { loadOlder: () => void }) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && loadOlder(),
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

/** Attempts of all generations stand in one queue: the lowest position is the next. */
function ranksOf(generations: readonly GenerationView[]): ReadonlyMap<string, number> {
  const waiting = generations
    .flatMap((generation) => generation.attempts)
    .filter((attempt) => attempt.state === "queued")
    .sort((a, b) => a.position - b.position);

  return new Map(waiting.map((attempt, at) => [attempt.id, at + 1]));
}
