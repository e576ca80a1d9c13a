"use client";

import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react";
import type { RecordList } from "#components/data/records/record-list.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { initialSurroundings } from "#components/data/records/surroundings.ts";
import { generationsOfPage } from "#components/data/records/to-page.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { SubmissionCard } from "#components/studio/feed/card/feed-card.tsx";
import { useIsMeasured } from "#components/studio/feed/layout/guessed-view.tsx";
import { useMeasuredView } from "#components/studio/feed/layout/use-measured-view.ts";
import { FeedBlock } from "#components/studio/feed/place/feed-block.tsx";
import { type FeedPlace, openFeedPlace } from "#components/studio/feed/place/feed-place.ts";
import { NewestPill } from "#components/studio/feed/place/newest-pill.tsx";
import { toBlocks } from "#components/studio/feed/place/to-blocks.ts";
import { useFeedPlace } from "#components/studio/feed/place/use-feed-place.ts";
import { useRovingFocus } from "#components/studio/feed/use-roving-focus.ts";
import { EmptyStudio, type EmptyStudioProps } from "#components/studio/first-run/empty-studio.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface FeedProps extends EmptyStudioProps {
  /** The list as the page came with it. */
  first: RecordList;
  loadOlder: () => Promise<void>;
  /** The element that scrolls; scrolling it to 0 shows the newest. */
  scroller: RefObject<HTMLElement | null>;
}

/**
 * The generations, newest last. The scroller is a reversed column: the browser itself then holds it to its foot, and
 * holds still what is read above when something is added.
 */
export function Feed({ first, loadOlder, scroller, ...empty }: FeedProps) {
  const t = useWords();
  const content = useRef<HTMLDivElement>(null);
  const place = openFeedPlace(useRecordStore());
  const { ids, hasOlder } = useShown((records) => records.list("feed"), first);
  const { isAway, newer } = useFeedPlace({ scroller, place, ids });
  useMeasuredView(content);
  useRovingFocus(content);
  const isMeasured = useIsMeasured();
  const { submissions } = useShown((records) => records.surroundings(), initialSurroundings);
  const isEmpty = ids.length === 0 && submissions.length === 0;
  const newest = submissions.at(-1)?.generation.id ?? ids[0] ?? null;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
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
          // What is empty is not laid out by a guess.
          data-measured={isMeasured || isEmpty || undefined}
          className={cn("w-full md:pe-6", isEmpty ? "py-6 max-md:px-4" : "pt-2 pb-6")}
        >
          <div ref={content} className="flex flex-col gap-8 md:gap-12">
            {hasOlder && <OlderLoader key={ids.at(-1)} loadOlder={loadOlder} scroller={scroller} />}
            {isEmpty && <EmptyStudio {...empty} />}
            {partFeed(ids, place)
              .toReversed()
              .map(({ block, isOfNewest }) => (
                <FeedBlock
                  key={block.key}
                  block={block}
                  isOfNewest={isOfNewest}
                  newest={newest !== null && block.ids.includes(newest) ? newest : null}
                  scroller={scroller}
                  heights={place.heights}
                />
              ))}
            {submissions.map((submission) => (
              <SubmissionCard
                key={submission.generation.id}
                submission={submission}
                isNewest={submission.generation.id === newest}
              />
            ))}
          </div>
        </div>
      </section>
      {isAway && <NewestPill count={newer} onShow={() => scroller.current?.scrollTo({ top: 0 })} />}
    </div>
  );
}

/** As many as a page brings are drawn wherever one is. */
function partFeed(ids: readonly string[], { keys }: FeedPlace) {
  let newer = 0;
  return toBlocks(ids, keys).map((block) => {
    const isOfNewest = newer < generationsOfPage;
    newer += block.ids.length;
    return { block, isOfNewest };
  });
}

/** As `useRecords`; and as the page came, until this is alive: what was pressed meanwhile is no part of that. */
function useShown<Shown>(select: (records: RecordStore) => Shown, first: Shown): Shown {
  const store = useRecordStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store),
    () => first,
  );
}

interface OlderLoaderProps {
  loadOlder: () => Promise<void>;
  scroller: RefObject<HTMLElement | null>;
}

/** After so long a server that could not be reached is asked again. */
const againMs = 2_000;

/** Asks for older generations a window before it comes into sight, and for as long as it is there. */
function OlderLoader({ loadOlder, scroller }: OlderLoaderProps) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;

    let again: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.at(-1)?.isIntersecting && loadOlder().then(look, lookLater),
      { root: scroller.current, rootMargin: "100% 0px" },
    );
    const left = new AbortController();
    /** It tells only of changes, and once when it begins. */
    function look() {
      if (!element || left.signal.aborted) return;
      observer.unobserve(element);
      observer.observe(element);
    }
    function lookLater() {
      again = setTimeout(look, againMs);
    }
    observer.observe(element);
    return () => {
      left.abort();
      clearTimeout(again);
      observer.disconnect();
    };
  }, [loadOlder, scroller]);

  return (
    // The browser is to hold what is read in its place, and not what stands in for the rest.
    <div ref={ref} className="flex flex-col gap-3 [overflow-anchor:none]">
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-56" />
    </div>
  );
}
