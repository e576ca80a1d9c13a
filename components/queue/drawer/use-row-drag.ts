"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";

/** How far a pointer goes before it drags: until then it presses. */
const startPx = 4;

/** So close to an edge of what scrolls it scrolls, by so much a frame. */
const edgePx = 48;
const scrollPx = 8;

interface Drag {
  id: string;
  /** How far the row is from its place, and where it would come to stand. */
  byPx: number;
  to: number;
}

interface Grip {
  id: string;
  row: HTMLElement;
  scroller: Element;
  fromY: number;
  y: number;
  fromScroll: number;
  isDragging: boolean;
}

/** Drags the rows of a list by their grips, with a mouse, a pen or a finger; Escape lets go. `onDrop` is told the new place, from 0. */
export function useRowDrag(onDrop: (id: string, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);
  const frame = useRef(0);
  /** The press that ends a drag is none. */
  const hasDragged = useRef(false);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  function end() {
    cancelAnimationFrame(frame.current);
    grip.current = null;
    setDrag(null);
  }

  function follow() {
    const held = grip.current;
    if (!held) return;
    // What it held may have been begun meanwhile.
    if (!held.row.isConnected) return end();

    scrollAtEdge(held);
    const byPx = held.y - held.fromY + held.scroller.scrollTop - held.fromScroll;
    setDrag({ id: held.id, byPx, to: placeUnder(held.row, byPx) });
    frame.current = requestAnimationFrame(follow);
  }

  const propsOf = (id: string) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const row = event.currentTarget.closest("li");
      const scroller = event.currentTarget.closest("[popover]");
      hasDragged.current = false;
      if (event.button !== 0 || !row || !scroller) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const [fromY, fromScroll] = [event.clientY, scroller.scrollTop];
      grip.current = { id, row, scroller, fromY, y: fromY, fromScroll, isDragging: false };
    },
    onPointerMove({ clientY }: PointerEvent<HTMLElement>) {
      const held = grip.current;
      if (!held) return;
      held.y = clientY;
      if (held.isDragging || Math.abs(clientY - held.fromY) < startPx) return;
      held.isDragging = true;
      hasDragged.current = true;
      follow();
    },
    onPointerUp() {
      const held = grip.current;
      if (held?.isDragging) {
        const byPx = held.y - held.fromY + held.scroller.scrollTop - held.fromScroll;
        onDrop(held.id, placeUnder(held.row, byPx));
      }
      end();
    },
    onPointerCancel: end,
    onClick(event: { preventDefault: () => void }) {
      if (hasDragged.current) event.preventDefault();
      hasDragged.current = false;
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== "Escape" || !grip.current) return;
      // It would close the panel.
      event.preventDefault();
      end();
    },
  });

  return { drag, propsOf };
}

/** Where a row that is so far from its place would come to stand: behind all whose middle its own is below. */
function placeUnder(row: HTMLElement, byPx: number): number {
  const middleOf = (one: Element) =>
    one instanceof HTMLElement ? one.offsetTop + one.offsetHeight / 2 : 0;
  const middle = middleOf(row) + byPx;
  const others = [...(row.parentElement?.children ?? [])].filter((one) => one !== row);
  return others.filter((one) => middleOf(one) < middle).length;
}

function scrollAtEdge({ scroller, y }: Grip) {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + edgePx) scroller.scrollTop -= scrollPx;
  if (y > bottom - edgePx) scroller.scrollTop += scrollPx;
}
