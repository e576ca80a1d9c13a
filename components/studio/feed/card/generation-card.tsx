"use client";

import { memo, Suspense, useState } from "react";
import type { SubmissionStanding, Surroundings } from "#components/data/records/surroundings.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { newestAttempts } from "#components/queue/newest-attempts.ts";
import { GenerationLabel } from "#components/studio/feed/label/generation-label.tsx";
import { GenerationMenu } from "#components/studio/feed/label/generation-menu.tsx";
import { useFeedView } from "#components/studio/feed/layout/guessed-view.tsx";
import { gaps, heightOf, layOut, type Row } from "#components/studio/feed/layout/lay-out.ts";
import { Tile, type TileSurroundings } from "#components/studio/feed/tile/tile.tsx";
import { type TileView, tilesOf } from "#components/studio/feed/tile/tile-state.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";
import { groupProblems, type ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { cn } from "#lib/platform/cn.ts";

const ProblemStrip = wordedPart(async () => {
  const { ProblemStrip } = await import("#components/studio/problem/problem-strip.tsx");
  return ProblemStrip;
});

interface GenerationCardProps extends Pick<TileSurroundings, "generation" | "thumbhash" | "usual"> {
  /** Of a press that the server has not answered; null of one that it has. */
  standing: SubmissionStanding | null;
  isNewest: boolean;
  partials: Surroundings["partials"];
  /** The place in the queue of each attempt that waits, from 1. */
  ranks: ReadonlyMap<string, number>;
  /** What holds the queue up for its gateway. */
  pause: PauseView | null;
}

/** One press of the button: what was asked for, its pictures, and why some are missing. */
export const GenerationCard = memo(function GenerationCard({
  generation,
  standing,
  isNewest,
  partials,
  ranks,
  pause,
  ...surroundings
}: GenerationCardProps) {
  const t = useWords();
  const view = useFeedView();
  const tiles = tilesOf(generation, { standing, pause });
  const problems = groupProblems(
    tiles.filter(isProblem).map(({ attempt }) => attempt),
    newestAttempts(generation.attempts).length,
  );
  // What was laid out stays so while it may be seen: a picture that turns out another shape moves nothing.
  const [ratio] = useState(() => ratioOf(generation));
  const isStrip = useStrip(tiles);
  const label = t("feed.generation", { prompt: promptStart(generation.prompt, 80) });
  if (isStrip) return <Strip label={label} generation={generation} problems={problems} />;

  const layout = layOut({ count: tiles.length, ratio }, view);
  const sizes = layout.rows.flatMap(({ count, ...size }) =>
    Array.from({ length: count }, () => size),
  );
  const isBeside = layout.label === "beside";
  const gap = view.isPhone ? gaps.phone : gaps.desk;

  return (
    <article
      aria-label={label}
      className={cn(
        // The room around is that of the ring around what has the focus, and of targets that are larger than they look.
        "group/card -mt-2 flex flex-col gap-1 pt-2 [content-visibility:auto] md:-m-1 md:p-1",
        isBeside ? "md:flex-row-reverse md:items-end md:gap-8" : "md:gap-2",
      )}
      style={{
        containIntrinsicBlockSize: `auto ${Math.round(heightOf(layout, gap) + (isBeside ? 0 : 40))}px`,
      }}
    >
      <GenerationLabel
        generation={generation}
        standing={standing}
        place={layout.label}
        isNewest={isNewest}
      />
      <ul
        className="flex shrink-0 flex-wrap"
        // Beside its label it has no width of its own, and its rows would be one.
        style={{ gap, width: isBeside ? widthOf(layout.rows) : undefined }}
      >
        {tiles.map((tile, at) => (
          <li key={tile.key} style={roundDown(sizes[at])}>
            <Tile
              {...surroundings}
              generation={generation}
              problems={problems}
              tile={tile}
              width={sizes[at]?.width ?? 0}
              ratio={ratio}
              rank={ranks.get(tile.attempt.id) ?? null}
              partial={partials[tile.attempt.id]}
            />
          </li>
        ))}
      </ul>
    </article>
  );
});

interface StripProps {
  label: string;
  generation: GenerationView;
  problems: readonly ProblemGroup[];
}

/** All there is to say where nothing came; empty places would only push away what did. */
function Strip({ label, generation, problems }: StripProps) {
  return (
    <article
      aria-label={label}
      data-slot="strip"
      // Its words may come a moment after the page, and their room is kept. Of several each is a line of one list.
      className="flex min-h-29 items-center gap-1 bg-well py-2 ps-4 pe-1 md:min-h-18 md:rounded-block md:pe-3 lg:min-h-12 [[data-slot=strip]+&]:-mt-7 md:[[data-slot=strip]+&]:-mt-11"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <Suspense>
          {problems.map((group) => (
            <ProblemStrip key={group.key} group={group} generation={generation} />
          ))}
        </Suspense>
      </div>
      <GenerationMenu generation={generation} />
    </article>
  );
}

/** Whether nothing came, and had not when it was first shown here: what failed before one's eyes keeps its places. */
function useStrip(tiles: readonly TileView[]): boolean {
  const isEmpty = tiles.every(({ state }) => state.type === "problem");
  const [isStrip, setIsStrip] = useState(isEmpty);
  if (isStrip && !isEmpty) setIsStrip(false);
  return isStrip && isEmpty;
}

function isProblem({ state }: TileView): boolean {
  return state.type === "problem" || state.type === "unsaved";
}

/** The true ratio, of a picture that is there, else of what was asked for. */
function ratioOf({ images, parameters }: GenerationView): number {
  const { width, height } = images[0] ?? sizeOf(parameters.size ?? parameters.aspect_ratio);
  return width / height;
}

/** Of the widest row. */
function widthOf(rows: readonly Row[]): number {
  const widths = rows.map(({ count, width }) => count * width + (count - 1) * gaps.desk);
  return Math.ceil(Math.max(...widths));
}

/** To what browsers lay out in: a row that is too wide by less than that would break. */
function roundDown(size: { width: number; height: number } | undefined) {
  const part = 64;
  const { width = 0, height = 0 } = size ?? {};
  return { width: Math.floor(width * part) / part, height: Math.floor(height * part) / part };
}
