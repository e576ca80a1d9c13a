"use client";

import { Suspense, use, useState } from "react";
import type { SubmissionStanding } from "#components/data/records/surroundings.ts";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { OffersContext } from "#components/studio/actions/offers-context.ts";
import { DeliveredNotes } from "#components/studio/feed/label/delivered-notes.tsx";
import { describeFacts } from "#components/studio/feed/label/describe-facts.ts";
import { describeStanding } from "#components/studio/feed/label/describe-standing.ts";
import { GenerationActions } from "#components/studio/feed/label/generation-actions.tsx";
import type { Layout } from "#components/studio/feed/layout/lay-out.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

const InputList = lazyPart(async () => {
  const { InputList } = await import("#components/image/input-list.tsx");
  return InputList;
});

interface GenerationLabelProps {
  generation: GenerationView;
  /** Of a press that the server has not answered; null of one that it has. */
  standing: SubmissionStanding | null;
  /** Of a window that is no phone's. */
  place: Layout["label"];
  isNewest: boolean;
}

/** What was asked for, by what, at what cost; and what can be done about it. */
export function GenerationLabel({ generation, standing, place, isNewest }: GenerationLabelProps) {
  const { prompt } = generation;
  const [isWhole, setIsWhole] = useState(false);
  // What is said at its end moves nothing for those who wait for it.
  const [isAwaited] = useState(generation.endedAt === null);
  const isBeside = place === "beside";
  const isLong = prompt.length > (isBeside ? 400 : 140);

  return (
    <header
      className={cn(
        // On a phone it stays in sight while its Stop is one, and not in the way of what is looked at.
        generation.endedAt === null && "max-md:sticky max-md:top-0 max-md:z-10 max-md:bg-canvas",
        "group/label grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 pt-2 pb-1 max-md:-mt-1 ps-4 pe-1 md:p-0",
        isBeside
          ? "md:sticky md:bottom-4 md:block md:min-w-60 md:flex-1"
          : "md:sticky md:top-0 md:z-10 md:flex md:flex-wrap md:items-baseline md:gap-x-4 md:bg-canvas md:py-1 xl:flex-nowrap",
      )}
    >
      <h2
        dir="auto"
        title={prompt}
        className={cn(
          "break-words font-semibold max-md:text-[1.0625rem]/6 max-md:tracking-[-0.012em]",
          isBeside ? besideLook(prompt) : "md:max-w-[72ch] md:text-lg",
          !isWhole && (isBeside ? besideLines(prompt) : "line-clamp-2"),
        )}
      >
        {prompt}
      </h2>
      <FactsLine
        generation={generation}
        standing={standing}
        isBeside={isBeside}
        className={isAwaited && "max-md:min-h-10"}
        {...(isLong && { isWhole, onToggle: () => setIsWhole(!isWhole) })}
      />
      {generation.inputs.length > 0 && (
        <Suspense fallback={<span className="h-8" />}>
          <InputList
            inputs={generation.inputs}
            className={cn("col-start-1", isBeside && "md:mt-2.5")}
          />
        </Suspense>
      )}
      <GenerationActions
        generation={generation}
        standing={standing}
        isInSight={isBeside || isNewest}
        isAwaited={isAwaited}
        className={isBeside ? "md:mt-3.5" : "md:-my-1 md:ms-auto md:self-center"}
      />
    </header>
  );
}

/** As in a museum: a short one is set large. */
function besideLook(prompt: string): string {
  if (prompt.length <= 60) {
    return "md:mb-3 md:max-w-[22ch] md:text-balance md:max-xl:text-xl xl:text-title";
  }
  if (prompt.length <= 160) return "md:mb-3 md:max-w-[38ch] md:text-xl";
  return "md:mb-3 md:max-w-[52ch] md:font-medium md:text-lg";
}

function besideLines(prompt: string): string {
  return prompt.length <= 160 ? "line-clamp-2 md:line-clamp-6" : "line-clamp-2 md:line-clamp-8";
}

interface FactsLineProps {
  generation: GenerationView;
  standing: SubmissionStanding | null;
  isBeside: boolean;
  className: string | false;
  /** Whether the whole prompt is shown, of one that is cut. */
  isWhole?: boolean;
  onToggle?: () => void;
}

/** Joined by dots, none of which begins a line: each fact brings its own, and what stands at the line's start is cut off. */
function FactsLine({
  generation,
  standing,
  isBeside,
  className,
  isWhole,
  onToggle,
}: FactsLineProps) {
  const t = useWords();
  const described = describeFacts(generation, t, use(OffersContext));
  const told = standing && describeStanding(standing, t);
  const status = told ?? described.status;
  // What it would cost is no fact of what may never be made.
  const facts = told ? [] : described.facts;

  return (
    <div
      className={cn(
        "col-start-1 min-w-0 text-muted text-sm",
        !isBeside && "md:flex md:flex-1 md:gap-x-4",
        className,
      )}
    >
      <p dir="auto" className={cn(!isBeside && !told && "md:shrink-0")}>
        <span
          // Drawn anew when there is more to say: what is added moves nothing that was there.
          key={`${status} ${facts.join()}`}
          className={cn(
            "-ms-4 flex flex-wrap [clip-path:inset(-4px_-4px_-4px_1rem)]",
            "*:relative *:ps-4 *:before:absolute *:before:start-0 *:before:w-4 *:before:text-center *:before:text-faint *:before:content-['·'/'']",
          )}
        >
          {status && <span className="font-semibold text-ink">{status}</span>}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {onToggle && (
            <button
              type="button"
              onClick={onToggle}
              className="font-[550] text-ink before:font-normal hover:underline"
            >
              {t(isWhole ? "feed.showLess" : "feed.showAll")}
            </button>
          )}
        </span>
      </p>
      <DeliveredNotes generation={generation} />
    </div>
  );
}
