"use client";

import { GripVertical } from "lucide-react";
import type { ComponentProps, CSSProperties, KeyboardEvent } from "react";
import { promptStart } from "#components/image/prompt-start.ts";
import { describePause } from "#components/queue/describe-pause.ts";
import { PictureCount } from "#components/queue/drawer/picture-count.tsx";
import { QueueRow } from "#components/queue/drawer/queue-row.tsx";
import { StopOne } from "#components/queue/drawer/stop-one.tsx";
import { StartsIn } from "#components/queue/progress/starts-in.tsx";
import type { QueueRow as Row } from "#components/queue/select-standing.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useWords } from "#components/words/words.tsx";
import type { PauseView } from "#lib/contract/pause-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface WaitingRowProps {
  row: Row;
  /** Among the rows, from 0; and its first picture's place in the queue, from 1. */
  place: { at: number; count: number; rank: number };
  pause: PauseView | null;
  /** What says how its grip is used. */
  hintId: string;
  grip: ComponentProps<"button">;
  /** While a row is dragged: how far, and whether this one makes room for it; `shift` is null for that row itself. */
  drag: { byPx: number; shift: -1 | 0 | 1 | null } | null;
  /** Asks for a place among the rows, from 0. */
  onMove: (to: number) => void;
}

/** One that waits: where, its grip, and what can be done. */
export function WaitingRow({ row, place, pause, hintId, grip, drag, onMove }: WaitingRowProps) {
  const t = useWords();
  const { at, count, rank } = place;
  const steps = { toFront: 0, earlier: at - 1, later: at + 1, toEnd: count - 1 };
  const prompt = promptStart(row.generation?.prompt ?? "", 40);

  return (
    <QueueRow
      data-id={row.id}
      row={row}
      className={cn(
        drag?.shift === null && "relative z-10 rounded-control bg-surface shadow-panel",
        drag && drag.shift !== null && "transition-[translate] duration-150 ease-(--ease)",
      )}
      style={translation(drag)}
      grip={
        <Menu
          label={t("drawer.move", { prompt })}
          trigger={<GripVertical aria-hidden />}
          className="-me-2 -ms-1 w-6 cursor-grab touch-none text-faint active:cursor-grabbing"
          triggerProps={{
            "aria-describedby": hintId,
            "aria-keyshortcuts": "ArrowUp ArrowDown Home End",
            ...grip,
            onKeyDown: (event) => {
              grip.onKeyDown?.(event);
              moveByKey(event, steps, onMove);
            },
          }}
        >
          <MenuItem disabled={at === 0} onClick={() => onMove(steps.toFront)}>
            {t("drawer.toFront")}
          </MenuItem>
          <MenuItem disabled={at === 0} onClick={() => onMove(steps.earlier)}>
            {t("drawer.earlier")}
          </MenuItem>
          <MenuItem disabled={at === count - 1} onClick={() => onMove(steps.later)}>
            {t("drawer.later")}
          </MenuItem>
          <MenuItem disabled={at === count - 1} onClick={() => onMove(steps.toEnd)}>
            {t("drawer.toEnd")}
          </MenuItem>
        </Menu>
      }
      state={
        <>
          <span>
            {pause ? describePause(pause, t).tile : t("drawer.place", { ahead: rank - 1 })}
          </span>
          {!pause && <StartsIn attemptId={row.attempts[0]?.id ?? ""} />}
          <PictureCount row={row} />
        </>
      }
      tools={
        <>
          {at > 0 && (
            // A finger finds it in the menu of the grip.
            <Button
              size="small"
              variant="ghost"
              className="pointer-coarse:hidden"
              onClick={() => onMove(0)}
            >
              {t("drawer.toFront")}
            </Button>
          )}
          <StopOne row={row} />
        </>
      }
    />
  );
}

interface Steps {
  toFront: number;
  earlier: number;
  later: number;
  toEnd: number;
}

function moveByKey(
  event: KeyboardEvent,
  { toFront, earlier, later, toEnd }: Steps,
  onMove: (to: number) => void,
) {
  const places: Record<string, number> = {
    Home: toFront,
    ArrowUp: earlier,
    ArrowDown: later,
    End: toEnd,
  };
  const to = places[event.key];
  if (to === undefined) return;

  event.preventDefault();
  onMove(to);
}

function translation(drag: WaitingRowProps["drag"]): CSSProperties | undefined {
  if (!drag) return undefined;
  return { translate: drag.shift === null ? `0 ${drag.byPx}px` : `0 ${drag.shift * 100}%` };
}
