"use client";

import { memo, Suspense } from "react";
import { promptStart } from "#components/image/prompt-start.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { DeliveredNotes } from "#components/studio/feed/delivered-notes.tsx";
import { GenerationHeader } from "#components/studio/feed/generation-header.tsx";
import { Tile } from "#components/studio/feed/tile.tsx";
import { type TileView, tilesOf } from "#components/studio/feed/tile-state.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import { useWords } from "#components/words/words.tsx";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { cn } from "#lib/platform/cn.ts";

const ProblemCard = wordedPart(async () => {
  const { ProblemCard } = await import("#components/studio/problem/problem-card.tsx");
  return ProblemCard;
});

interface GenerationCardProps {
  generation: GenerationView;
  /** It is a press that the server has not answered yet. */
  isSubmission: boolean;
  partials: Readonly<Record<string, number>>;
  /** The place in the queue of each attempt that waits, from 1. */
  ranks: ReadonlyMap<string, number>;
  /** What holds the queue up for its gateway. */
  pause: PauseView | null;
}

/** The tallest a single picture stands, in rem. */
const tallest = 26;

/** By how many pictures there are. */
const gridColumns = [
  "grid-cols-1",
  "grid-cols-2",
  "grid-cols-2 sm:grid-cols-3",
  "grid-cols-2 sm:grid-cols-4",
];

/** One press of the button: what was asked for, its pictures, and why some are missing. */
export const GenerationCard = memo(function GenerationCard({
  generation,
  isSubmission,
  partials,
  ranks,
  pause,
}: GenerationCardProps) {
  const t = useWords();
  const tiles = tilesOf(generation, { isSubmission, pause });
  const { width, height } = ratioOf(generation);
  const columns = Math.min(tiles.length, 4);
  // Where nothing came at all the cards below say all there is to say; empty tiles would only push them away.
  const hasTiles = tiles.some((tile) => tile.state.type !== "problem");

  return (
    <article
      aria-label={t("feed.generation", { prompt: promptStart(generation.prompt, 80) })}
      className="flex flex-col gap-3 [contain-intrinsic-size:auto_24rem] [content-visibility:auto]"
    >
      <GenerationHeader generation={generation} isSubmission={isSubmission} />
      {hasTiles && (
        <ul
          className={cn("grid gap-2", gridColumns[columns - 1])}
          style={{ maxWidth: `${columns * tallest * (width / height)}rem` }}
        >
          {tiles.map((tile) => (
            <li key={tile.key}>
              <Tile
                tile={tile}
                gateway={generation.gateway}
                ratio={`${width} / ${height}`}
                sizes={`(width < 40rem) ${columns > 1 ? "50vw" : "100vw"}, ${Math.min(62 / columns, tallest * (width / height))}rem`}
                rank={ranks.get(tile.attempt.id) ?? null}
                partialVersion={partials[tile.attempt.id]}
              />
            </li>
          ))}
        </ul>
      )}
      <DeliveredNotes images={generation.images} />
      <Suspense>
        {[...problemsOf(tiles)].map(([kind, attempts]) => (
          <ProblemCard key={kind} generation={generation} attempts={attempts} />
        ))}
      </Suspense>
    </article>
  );
});

/** The true ratio, of a picture that is there, else of what was asked for. */
function ratioOf({ images, parameters }: GenerationView): { width: number; height: number } {
  return images[0] ?? sizeOf(parameters.size ?? parameters.aspect_ratio);
}

/** What ended, or hangs, for one reason is one card. */
function problemsOf(tiles: readonly TileView[]): ReadonlyMap<string, AttemptView[]> {
  const byKind = new Map<string, AttemptView[]>();
  for (const { state, attempt } of tiles) {
    if (state.type !== "problem" && state.type !== "unsaved") continue;

    const { charged, error, settledAt } = attempt;
    const kind = `${attempt.state} ${charged} ${settledAt !== null} ${error?.code} ${JSON.stringify(error?.reason)}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), attempt]);
  }
  return byKind;
}
