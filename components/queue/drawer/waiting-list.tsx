"use client";

import { useId, useLayoutEffect, useRef } from "react";
import { useRecordStore, useRecords } from "#components/data/select/use-records.ts";
import { moveInQueue } from "#components/queue/drawer/move-in-queue.ts";
import { PartTitle } from "#components/queue/drawer/part-title.tsx";
import { useRowDrag } from "#components/queue/drawer/use-row-drag.ts";
import { useShownRows } from "#components/queue/drawer/use-shown-rows.ts";
import { WaitingRow } from "#components/queue/drawer/waiting-row.tsx";
import { longestPause } from "#components/queue/longest-pause.ts";
import { selectQueue } from "#components/queue/select-queue.ts";
import { countPictures, type QueueRow } from "#components/queue/select-standing.ts";
import { useWords } from "#components/words/words.tsx";
import type { PauseView } from "#lib/contract/pause-view.ts";

interface WaitingListProps {
  rows: readonly QueueRow[];
  pauses: readonly PauseView[];
}

/** What waits, the next first, in an order that can be changed: by dragging a grip, by its arrow keys, or by its menu. */
export function WaitingList({ rows: all, pauses }: WaitingListProps) {
  const t = useWords();
  const store = useRecordStore();
  const { ranks } = useRecords(selectQueue);
  const hintId = useId();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  const { drag, propsOf } = useRowDrag(move);
  const { rows, more } = useShownRows(all);

  async function move(id: string, to: number) {
    moved.current = id;
    if (await moveInQueue({ store, t }, { id, to })) return;

    moved.current = null;
    if (document.activeElement === document.body) focusGrip(list.current, id);
  }

  // The browser takes the focus from what comes to stand elsewhere.
  useLayoutEffect(() => {
    if (all.length > 0 && moved.current) focusGrip(list.current, moved.current);
    moved.current = null;
  }, [all]);

  const from = rows.findIndex(({ id }) => id === drag?.id);

  return (
    <section aria-label={t("drawer.waiting")}>
      <PartTitle title={t("drawer.waiting")} count={countPictures(all)} />
      <p id={hintId} hidden>
        {t("drawer.moveHint")}
      </p>
      <ol ref={list} className="relative">
        {rows.map((row, at) => (
          <WaitingRow
            key={row.id}
            row={row}
            place={{ at, count: all.length, rank: ranks.get(row.attempts[0]?.id ?? "") ?? 1 }}
            pause={longestPause(pauses, row.attempts[0]?.gatewayId ?? "")}
            hintId={hintId}
            grip={propsOf(row.id)}
            drag={drag && from >= 0 ? { byPx: drag.byPx, shift: shiftOf(at, from, drag.to) } : null}
            onMove={(to) => void move(row.id, to)}
          />
        ))}
      </ol>
      {more && <div ref={more} />}
    </section>
  );
}

function focusGrip(list: HTMLElement | null, id: string) {
  list?.querySelector<HTMLElement>(`[data-id="${id}"] button`)?.focus();
}

/** Whether a row makes room while another is dragged: up, down, or not at all; null for that one itself. */
function shiftOf(at: number, from: number, to: number): -1 | 0 | 1 | null {
  if (at === from) return null;
  if (at > from && at <= to) return -1;
  return at < from && at >= to ? 1 : 0;
}
