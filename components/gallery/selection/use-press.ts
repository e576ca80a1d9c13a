"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

/** How long a finger rests on a picture until it is chosen, as the platforms have it; and how far it may tremble, in pixels. */
const holdMs = 450;
const trembleMax = 10;

export type Way = "toggle" | "range";

interface PressOptions {
  /** Whether some are chosen: a plain press then chooses as well. */
  isChoosing: () => boolean;
  onChoose: (way: Way) => void;
}

/** The presses on a picture that choose it in place of opening it: with Ctrl, ⌘ or Shift, held by a finger, or any while some are chosen. */
export function usePress({ isChoosing, onChoose }: PressOptions) {
  const held = useRef<{ timer: number; x: number; y: number } | null>(null);
  /** The click that ends a hold is none. */
  const wasHeld = useRef(false);

  function letGo() {
    window.clearTimeout(held.current?.timer);
    held.current = null;
  }

  return {
    onPointerDown({ pointerType, clientX: x, clientY: y }: PointerEvent) {
      wasHeld.current = false;
      letGo();
      if (pointerType === "mouse") return;
      const timer = window.setTimeout(() => {
        wasHeld.current = true;
        held.current = null;
        navigator.vibrate?.(10);
        onChoose("toggle");
      }, holdMs);
      held.current = { timer, x, y };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = held.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > trembleMax) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu(event: MouseEvent) {
      // The menu of a finger that rests would come over what it chooses.
      if (held.current || wasHeld.current) event.preventDefault();
    },
    onClick(event: MouseEvent) {
      const isWithKey = event.ctrlKey || event.metaKey;
      // Enter opens, whatever is chosen: to choose there is Space.
      if (event.detail === 0) return;
      if (!wasHeld.current && !event.shiftKey && !isWithKey && !isChoosing()) return;
      event.preventDefault();
      if (!wasHeld.current) onChoose(event.shiftKey ? "range" : "toggle");
      wasHeld.current = false;
    },
  };
}
