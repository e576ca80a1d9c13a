"use client";

import { Ban, CircleAlert, CircleHelp, Clock, Hourglass, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Picture } from "#components/image/picture.tsx";
import { Countdown } from "#components/studio/countdown.tsx";
import { Elapsed } from "#components/studio/elapsed.tsx";
import { PartialPicture } from "#components/studio/partial-picture.tsx";
import type { TileView } from "#components/studio/tile-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

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
      return (
        <Link
          href={`/gallery/${state.image.id}`}
          className="group relative block overflow-hidden rounded-lg"
        >
          <Picture
            image={state.image}
            sizes={sizes}
            isEager
            withOriginal
            className="transition-opacity group-hover:opacity-90"
          />
          {state.image.isHidden && (
            <Badge className="absolute start-2 top-2">Came after Stop; paid for</Badge>
          )}
        </Link>
      );
    case "trashed":
      return <Frame ratio={ratio} icon={<Trash2 />} text="In the trash" />;
    case "sending":
      return <Frame ratio={ratio} icon={<Spinner />} text="Sending" isBusy />;
    case "queued":
      return (
        <Frame ratio={ratio} icon={<Clock />} text={rank ? `Queued · number ${rank}` : "Queued"} />
      );
    case "waiting":
      return (
        <Frame
          ratio={ratio}
          icon={<Hourglass />}
          text={<Countdown until={state.until} />}
          note={state.reason}
        />
      );
    case "storing":
      return (
        <Frame ratio={ratio} icon={<Spinner />} text="Saving" isBusy>
          <PartialPicture attemptId={attempt.id} version={partialVersion} />
        </Frame>
      );
    case "running":
      return (
        <Frame
          ratio={ratio}
          icon={<Spinner />}
          isBusy
          text={
            <>
              {state.isStopping ? "Stopping" : "Making"} · <Elapsed since={state.since} />
            </>
          }
        >
          <PartialPicture attemptId={attempt.id} version={partialVersion} />
        </Frame>
      );
    case "problem":
      return (
        <Frame ratio={ratio} icon={problemIcons[state.problem.tone]} text={state.problem.title} />
      );
    default:
      return state satisfies never;
  }
}

const problemIcons = {
  danger: <CircleAlert className="text-danger-ink" />,
  warning: <CircleHelp className="text-warning-ink" />,
  neutral: <Ban />,
};

interface FrameProps {
  ratio: string;
  icon: ReactNode;
  text: ReactNode;
  note?: string | null;
  /** Something is under way in it. */
  isBusy?: boolean;
  children?: ReactNode;
}

/** A tile without its picture: an icon and words over what there is of it so far. */
function Frame({ ratio, icon, text, note, isBusy = false, children }: FrameProps) {
  return (
    <div
      className="relative flex items-end overflow-hidden rounded-lg bg-sunken forced-colors:border"
      style={{ aspectRatio: ratio }}
    >
      {isBusy && <span aria-hidden className="absolute inset-0 animate-breathe bg-hover" />}
      {children}
      <div className="relative m-2 flex min-w-0 flex-col rounded-md bg-raised/90 px-2 py-1 text-muted text-xs [&_svg]:size-3.5 [&_svg]:shrink-0">
        <p className="flex items-center gap-1.5">
          {icon}
          <span className="min-w-0">{text}</span>
        </p>
        {note && <p className="line-clamp-2">{note}</p>}
      </div>
    </div>
  );
}
