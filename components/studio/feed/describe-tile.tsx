import { Clock, Hourglass, Trash2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Elapsed } from "#components/studio/feed/elapsed.tsx";
import type { TileState } from "#components/studio/feed/tile-state.ts";
import { Countdown } from "#components/studio/queue/countdown.tsx";
import { describePause } from "#components/studio/queue/describe-pause.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { PauseView } from "#lib/contract/pause-view.ts";

interface TileFace {
  icon: ReactNode;
  text: ReactNode;
  note?: string | null;
  isBusy?: boolean;
}

/** What stands in a tile that has no picture yet, or none any more; why none came is told by `ProblemTile`. `rank` is the place in the queue, from 1. */
export function describeTile(
  state: Exclude<TileState, { type: "picture" | "problem" }>,
  { rank }: { rank: number | null },
): TileFace {
  switch (state.type) {
    case "trashed":
      return { icon: <Trash2 />, text: "In the trash" };
    case "sending":
      return { icon: <Spinner />, text: "Sending", isBusy: true };
    case "queued":
      return { icon: <Clock />, text: describePlace(rank) };
    case "waiting": {
      const text = <Countdown until={state.until} before="Waiting · " />;
      return { icon: <Hourglass />, text, note: state.reason };
    }
    case "paused":
      return { icon: <Hourglass />, text: describeWait(state.pause, rank) };
    case "running":
      return {
        icon: <Spinner />,
        text: describeRun(state),
        note: state.reason,
        isBusy: true,
      };
    case "storing":
      return { icon: <Spinner />, text: "Saving", isBusy: true };
    case "unsaved":
      return {
        icon: <TriangleAlert className="text-warning-ink" />,
        text: describeNextSave(state.until),
      };
    default:
      return state satisfies never;
  }
}

function describePlace(rank: number | null): string {
  return rank ? `Queued · number ${rank}` : "Queued";
}

/** Once the wait is over the queue goes on one by one, and the place in it counts again. */
function describeWait(pause: PauseView, rank: number | null): ReactNode {
  const { tile } = describePause(pause);
  if (pause.until === null) return tile;
  return <Countdown until={pause.until} before={`${tile} · `} after={describePlace(rank)} />;
}

function describeRun({ since, isStopping }: { since: string; isStopping: boolean }): ReactNode {
  return (
    <>
      {isStopping ? "Stopping" : "Making"} · <Elapsed since={since} />
    </>
  );
}

function describeNextSave(until: string | null): ReactNode {
  if (until === null) return "Not saved yet";
  return <Countdown until={until} before="Not saved yet · again in " />;
}
