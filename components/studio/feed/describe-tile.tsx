import { Clock, Hourglass, Trash2, TriangleAlert } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { ReasonText } from "#components/layout/reason-text.tsx";
import { Countdown } from "#components/queue/countdown.tsx";
import { describePause } from "#components/queue/describe-pause.ts";
import { Elapsed } from "#components/studio/feed/elapsed.tsx";
import type { TileState } from "#components/studio/feed/tile-state.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";
import type { Reason } from "#messages/reason.ts";

interface TileFace {
  icon: ReactNode;
  text: ReactNode;
  note?: ReactNode;
  isBusy?: boolean;
}

/** What stands in a tile that has no picture yet, or none any more; why none came is told by `ProblemTile`. `rank` is the place in the queue, from 1. */
export function describeTile(
  state: Exclude<TileState, { type: "picture" | "problem" }>,
  { rank, t }: { rank: number | null; t: Words },
): TileFace {
  switch (state.type) {
    case "trashed":
      return { icon: <Trash2 />, text: t("feed.trashed") };
    case "sending":
      return { icon: <Spinner />, text: t("feed.sending"), isBusy: true };
    case "queued":
      return { icon: <Clock />, text: describePlace(rank, t) };
    case "waiting": {
      const text = <Countdown until={state.until} message="feed.waiting" />;
      return { icon: <Hourglass />, text, note: describeReason(state.reason) };
    }
    case "paused":
      return { icon: <Hourglass />, text: describeWait(state.pause, { rank, t }) };
    case "running":
      return {
        icon: <Spinner />,
        text: describeRun(state, t),
        note: describeReason(state.reason),
        isBusy: true,
      };
    case "storing":
      return { icon: <Spinner />, text: t("feed.saving"), isBusy: true };
    case "unsaved":
      return {
        icon: <TriangleAlert className="text-warning" />,
        text: describeNextSave(state.until, t),
      };
    default:
      return state satisfies never;
  }
}

function describeReason(reason: Reason | null): ReactNode {
  return (
    reason && (
      <Suspense>
        <ReasonText reason={reason} />
      </Suspense>
    )
  );
}

function describePlace(rank: number | null, t: Words): string {
  return rank ? t("feed.place", { rank }) : t("feed.queued");
}

/** Once the wait is over the queue goes on one by one, and the place in it counts again. */
function describeWait(pause: PauseView, { rank, t }: { rank: number | null; t: Words }): ReactNode {
  const { tile } = describePause(pause, t);
  if (pause.until === null) return tile;

  const values = { why: tile, place: describePlace(rank, t) };
  return <Countdown until={pause.until} message="feed.held" values={values} />;
}

function describeRun(
  { since, isStopping }: { since: string; isStopping: boolean },
  t: Words,
): ReactNode {
  return t.rich("feed.running", {
    doing: isStopping ? "stopping" : "making",
    elapsed: () => <Elapsed since={since} />,
  });
}

function describeNextSave(until: string | null, t: Words): ReactNode {
  if (until === null) return t("feed.unsaved");
  return <Countdown until={until} message="feed.unsavedUntil" />;
}
