"use client";

import { Ban, CircleAlert, CircleHelp, Clock, Hourglass, Trash2 } from "lucide-react";
import Link from "next/link";
import { Picture } from "#components/image/picture.tsx";
import { Countdown } from "#components/studio/countdown.tsx";
import { Elapsed } from "#components/studio/elapsed.tsx";
import { PartialPicture } from "#components/studio/partial-picture.tsx";
import { TileFrame } from "#components/studio/tile-frame.tsx";
import type { TileState, TileView } from "#components/studio/tile-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ImageView } from "#lib/gallery/image-view.ts";

interface TileProps {
  tile: TileView;
  /** The width it has on screen, as of `<img sizes>`. */
  sizes: string;
  /** As CSS wants it, "3 / 2"; of a picture that is there its own is taken. */
  ratio: string;
  /** The place in the queue, from 1; null when it does not wait. */
  rank: number | null;
  partialVersion: number | undefined;
}

/** The place of one picture, from the press on: what becomes of it is shown in it, at its final size. */
export function Tile({ tile, sizes, ratio, rank, partialVersion }: TileProps) {
  const { state, attempt } = tile;

  switch (state.type) {
    case "picture":
      return <PictureLink image={state.image} sizes={sizes} />;
    case "trashed":
      return <TileFrame ratio={ratio} icon={<Trash2 />} text="In the trash" />;
    case "sending":
      return <TileFrame ratio={ratio} icon={<Spinner />} text="Sending" isBusy />;
    case "queued":
      return (
        <TileFrame
          ratio={ratio}
          icon={<Clock />}
          text={rank ? `Queued · number ${rank}` : "Queued"}
        />
      );
    case "waiting":
      return (
        <TileFrame
          ratio={ratio}
          icon={<Hourglass />}
          text={<Countdown until={state.until} />}
          note={state.reason}
        />
      );
    case "storing":
    case "running":
      return (
        <TileFrame ratio={ratio} icon={<Spinner />} text={<Progress state={state} />} isBusy>
          <PartialPicture attemptId={attempt.id} version={partialVersion} />
        </TileFrame>
      );
    case "problem":
      return (
        <TileFrame
          ratio={ratio}
          icon={problemIcons[state.problem.tone]}
          text={state.problem.title}
        />
      );
    default:
      return state satisfies never;
  }
}

function PictureLink({ image, sizes }: { image: ImageView; sizes: string }) {
  return (
    <Link href={`/gallery/${image.id}`} className="group relative block overflow-hidden rounded-lg">
      <Picture
        image={image}
        sizes={sizes}
        isEager
        withOriginal
        className="transition-opacity group-hover:opacity-90"
      />
      {image.isHidden && (
        <Badge className="absolute start-2 top-2">Came after Stop; paid for</Badge>
      )}
    </Link>
  );
}

function Progress({ state }: { state: Extract<TileState, { type: "storing" | "running" }> }) {
  if (state.type === "storing") return "Saving";
  return (
    <>
      {state.isStopping ? "Stopping" : "Making"} · <Elapsed since={state.since} />
    </>
  );
}

const problemIcons = {
  danger: <CircleAlert className="text-danger-ink" />,
  warning: <CircleHelp className="text-warning-ink" />,
  neutral: <Ban />,
};
