"use client";

import {
  type DragEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { GalleryRow } from "#components/gallery/rows/gallery-row.ts";
import { type Box, idsIn } from "#components/gallery/selection/ids-in.ts";
import { nothing, withThese } from "#components/gallery/selection/selection.ts";
import type { SelectionStore } from "#components/gallery/selection/selection-store.ts";

interface Start {
  grid: HTMLElement;
  pointerId: number;
  x: number;
  y: number;
  /** Chosen before: with a key held they stay. */
  before: ReturnType<SelectionStore["read"]>;
  isDrag: boolean;
  last: { clientX: number; clientY: number };
}

/** From so many pixels on it is a drag, and at so many from the window's edge it scrolls, so many at each drawing. */
const startPx = 6;
const edgePx = 64;
const scrollPx = 14;

/**
 * Chooses the pictures that a box touches which a mouse draws over the grid, from a picture or beside one. Pictures that are not
 * drawn count as well: where they lie is known. The props are the grid's; the box is null while none is drawn.
 */
export function useMarquee(rows: readonly GalleryRow[], selection: SelectionStore) {
  const [box, setBox] = useState<Box | null>(null);
  const start = useRef<Start | null>(null);
  const frame = useRef(0);
  const hasDragged = useRef(false);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  // While it is drawn further pages may come.
  const latestRows = useRef(rows);
  useLayoutEffect(() => {
    latestRows.current = rows;
  }, [rows]);

  function draw() {
    const held = start.current;
    if (!held?.isDrag) return;
    scrollAtEdge(held.last.clientY);
    const next = boxOf(held);
    setBox(next);
    selection.dispatch(withThese(held.before, idsIn(latestRows.current, next), true));
    frame.current = requestAnimationFrame(draw);
  }

  function end() {
    cancelAnimationFrame(frame.current);
    start.current = null;
    setBox(null);
  }

  const props = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      hasDragged.current = false;
      const isOnButton = event.target instanceof Element && event.target.closest("button");
      if (event.pointerType !== "mouse" || event.button !== 0 || isOnButton) return;
      const grid = event.currentTarget;
      const { left, top } = grid.getBoundingClientRect();
      const { clientX, clientY, pointerId } = event;
      const keeps = event.shiftKey || event.ctrlKey || event.metaKey;
      const before = keeps ? selection.read() : nothing;
      const [x, y] = [clientX - left, clientY - top];
      start.current = { grid, pointerId, x, y, before, isDrag: false, last: event };
    },
    onPointerMove({ clientX, clientY }: PointerEvent<HTMLElement>) {
      const held = start.current;
      if (!held) return;
      held.last = { clientX, clientY };
      if (held.isDrag) return;
      const { width, height } = boxOf(held);
      if (Math.max(width, height) < startPx) return;
      held.isDrag = true;
      hasDragged.current = true;
      held.grid.setPointerCapture(held.pointerId);
      draw();
    },
    // A picture that the browser drags would end it.
    onDragStart: (event: DragEvent) => event.preventDefault(),
    onPointerUp: end,
    onPointerCancel: end,
    // The click that ends a drag is none.
    onClickCapture(event: Parameters<typeof stop>[0]) {
      if (hasDragged.current) stop(event);
      hasDragged.current = false;
    },
  };

  return { box, props };
}

function boxOf({ grid, x, y, last }: Start): Box {
  const { left, top } = grid.getBoundingClientRect();
  const [toX, toY] = [last.clientX - left, last.clientY - top];
  return {
    left: Math.min(x, toX),
    top: Math.min(y, toY),
    width: Math.abs(toX - x),
    height: Math.abs(toY - y),
  };
}

function stop(event: Pick<Event, "preventDefault" | "stopPropagation">) {
  event.preventDefault();
  event.stopPropagation();
}

function scrollAtEdge(y: number) {
  if (y < edgePx) window.scrollBy(0, -scrollPx);
  if (y > window.innerHeight - edgePx) window.scrollBy(0, scrollPx);
}
