"use client";

import { CircleSlash } from "lucide-react";
import { Suspense } from "react";
import type { ShownPartial } from "#components/data/records/surroundings.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { LatentField } from "#components/queue/progress/latent-field.tsx";
import { PartialImage } from "#components/queue/progress/partial-image.tsx";
import { StartsIn } from "#components/queue/progress/starts-in.tsx";
import { TimeTrack, UsualTime } from "#components/queue/progress/time-track.tsx";
import type { UsualTook } from "#components/queue/progress/usual-took.ts";
import { describeRun, describeTile } from "#components/studio/feed/tile/describe-tile.tsx";
import { PictureTile } from "#components/studio/feed/tile/picture-tile.tsx";
import { TileFrame } from "#components/studio/feed/tile/tile-frame.tsx";
import type { TileView } from "#components/studio/feed/tile/tile-state.ts";
import { TileWords } from "#components/studio/feed/tile/tile-words.tsx";
import type { ProblemGroup } from "#components/studio/problem/group-problems.ts";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const ProblemTile = wordedPart(async () => {
  const { ProblemTile } = await import("#components/studio/problem/problem-tile.tsx");
  return ProblemTile;
});

/** What the tiles of a generation have in common. */
export interface TileSurroundings {
  generation: GenerationView;
  /** What ended, or hangs, for one reason is told by the first tile of it. */
  problems: readonly ProblemGroup[];
  /** Of the picture whose colours the fields take. */
  thumbhash: string | null;
  usual: UsualTook | null;
}

export interface TileProps extends TileSurroundings {
  tile: TileView;
  /** The width it has on screen, in pixels. */
  width: number;
  ratio: number;
  /** The place in the queue, from 1; null when it does not wait. */
  rank: number | null;
  partial: ShownPartial | undefined;
}

/** The place of one picture, from the press on: what becomes of it is shown in it, at its final size. */
export function Tile({ tile, width, ratio, ...props }: TileProps) {
  const { state, attempt } = tile;
  if (state.type === "picture") {
    const { generation } = props;
    return <PictureTile image={state.image} generation={generation} width={width} ratio={ratio} />;
  }
  if (state.type !== "problem" && state.type !== "unsaved") {
    return <PendingTile tile={tile} state={state} width={width} {...props} />;
  }

  const group = props.problems.find(({ attempts }) => attempts.includes(attempt));
  return (
    <TileFrame>
      <Suspense
        fallback={<CircleSlash aria-hidden className="absolute start-3 bottom-3 size-4.5" />}
      >
        {group && (
          <ProblemTile
            group={group}
            generation={props.generation}
            isFirst={group.attempts[0] === attempt}
            width={width}
          />
        )}
      </Suspense>
    </TileFrame>
  );
}

type PendingState = Exclude<TileView["state"], { type: "picture" | "problem" | "unsaved" }>;

interface PendingTileProps extends Omit<TileProps, "ratio" | "generation" | "problems"> {
  state: PendingState;
}

function PendingTile({ tile, state, width, rank, partial, thumbhash, usual }: PendingTileProps) {
  const t = useWords();
  const isBegun = state.type === "running" || state.type === "storing";
  const isRunning = state.type === "running";
  const isGone = state.type === "trashed" || state.type === "purged";
  const usualTime = isRunning && usual && <UsualTime since={state.since} usual={usual} />;
  const face = isRunning
    ? describeRun(state, { usual: usualTime, partial, t })
    : describeTile(state, { rank, startsIn: <StartsIn attemptId={tile.attempt.id} />, t });

  return (
    <TileFrame>
      {!isGone && <LatentField thumbhash={thumbhash} isMoving={isBegun} />}
      {isBegun && <PartialImage attemptId={tile.attempt.id} version={partial?.version} />}
      {/* New words are words anew: that they are longer moves nothing. */}
      <TileWords key={state.type} width={width} {...face} />
      {isRunning && usual && <TimeTrack since={state.since} usual={usual} />}
    </TileFrame>
  );
}
