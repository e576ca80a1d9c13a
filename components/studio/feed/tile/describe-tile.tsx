import { CircleAlert, Clock, Hourglass, Trash2 } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import type { ShownPartial } from "#components/data/records/surroundings.ts";
import { ReasonText } from "#components/layout/reason-text.tsx";
import { Countdown } from "#components/queue/countdown.tsx";
import { describePause } from "#components/queue/describe-pause.ts";
import { Elapsed } from "#components/queue/progress/elapsed.tsx";
import type { TileState } from "#components/studio/feed/tile/tile-state.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";
import type { Reason } from "#messages/reason.ts";

interface TileFace {
  icon?: ReactNode;
  said: ReactNode;
  note?: ReactNode;
}

interface WaitContext {
  /** The place in the queue, from 1. */
  rank: number | null;
  /** "in about 5 s", where that is known. */
  startsIn: ReactNode;
  t: Words;
}

/** What stands in a tile that has no picture yet, or none any more; why none came is told by `ProblemTile`. */
export function describeTile(
  state: Exclude<TileState, { type: "picture" | "problem" | "unsaved" | "running" }>,
  { rank, startsIn, t }: WaitContext,
): TileFace {
  switch (state.type) {
    case "trashed":
      return { icon: <Trash2 />, said: t("feed.trashed") };
    case "purged":
      return { icon: <Trash2 />, said: t("feed.purged") };
    case "sending":
      return { icon: <Clock />, said: t("feed.sending") };
    case "unsent":
      return describeUnsent(state.standing, t);
    case "queued":
      return { icon: <Clock />, said: describePlace(rank, t), note: rank && startsIn };
    case "waiting": {
      const said = <Countdown until={state.until} message="feed.waiting" />;
      return { icon: <Hourglass />, said, note: describeReason(state.reason) };
    }
    case "paused":
      return { icon: <Hourglass />, said: describeWait(state.pause, { rank, t }) };
    case "storing":
      return { said: t("progress.saving") };
    default:
      return state satisfies never;
  }
}

interface RunContext {
  /** "usually 14–22 s", where that is known. */
  usual: ReactNode;
  partial: ShownPartial | undefined;
  t: Words;
}

/** What stands in a tile whose picture is being made: how long it has been, and how long it usually is. */
export function describeRun(
  { since, isStopping, reason }: Extract<TileState, { type: "running" }>,
  { usual, partial, t }: RunContext,
): TileFace {
  const told = describeReason(reason);
  const elapsed = <Elapsed since={since} />;
  if (isStopping) return { said: t("progress.stopping"), note: told ?? elapsed };

  // One that is only asked for may not be there.
  const isPreview = partial !== undefined && partial.version > 0;
  const { number, of } = partial?.place ?? { number: 0, of: 0 };
  const said = (
    <>
      {/* What moves says it to those who see it. */}
      <span className="sr-only">{t("feed.making")}</span>{" "}
      {isPreview ? t("feed.preview", { number, of }) : elapsed}
    </>
  );
  const took = (
    <>
      {elapsed}
      {usual && <> · {usual}</>}
    </>
  );
  return { said, note: told ?? (isPreview ? took : usual) };
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

/** Why it is so stands once beside the tiles. */
function describeUnsent(
  standing: Extract<TileState, { type: "unsent" }>["standing"],
  t: Words,
): TileFace {
  switch (standing.type) {
    case "unanswered":
      return { icon: <Hourglass />, said: t(standing.isKept ? "feed.kept" : "feed.unkept") };
    case "old":
      return { icon: <Clock />, said: t("feed.notSent") };
    case "refused":
      return { icon: <CircleAlert />, said: t("feed.notMade") };
    default:
      return standing satisfies never;
  }
}

function describePlace(rank: number | null, t: Words): string {
  return rank ? t("feed.place", { ahead: rank - 1 }) : t("feed.queued");
}

/** Once the wait is over the queue goes on one by one, and the place in it counts again. */
function describeWait(pause: PauseView, { rank, t }: { rank: number | null; t: Words }): ReactNode {
  const { tile } = describePause(pause, t);
  if (pause.until === null) return tile;

  const values = { why: tile, place: describePlace(rank, t) };
  return <Countdown until={pause.until} message="feed.held" values={values} />;
}
