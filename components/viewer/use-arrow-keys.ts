"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import { isTyping } from "#components/layout/keys/is-typing.ts";

interface ArrowKeys {
  /** The way that an arrow points; −1 is left, or up. False leaves the key to the browser. */
  onArrow: (way: { x: number; y: number }) => unknown;
  onEscape: () => void;
}

const ways = new Map([
  ["ArrowLeft", { x: -1, y: 0 }],
  ["ArrowRight", { x: 1, y: 0 }],
  ["ArrowUp", { x: 0, y: -1 }],
  ["ArrowDown", { x: 0, y: 1 }],
]);

/** What the arrows and Escape do on a picture's page, wherever the focus is but in a field, a menu or a dialog. */
export function useArrowKeys({ onArrow, onEscape }: ArrowKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (isOther || isTyping(event)) return;

    const way = ways.get(event.key);
    if (way ? onArrow(way) === false : event.key !== "Escape") return;

    event.preventDefault();
    if (!way) onEscape();
  });

  // With the page's first drawing: a key that is pressed once it is seen is for it.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
