"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import { isTyping } from "#components/layout/keys/is-typing.ts";

interface ArrowKeys {
  onLeft: () => void;
  onRight: () => void;
  onEscape: () => void;
}

/** What the arrows and Escape do on a picture's page, wherever the focus is but in a field or a dialog. */
export function useArrowKeys({ onLeft, onRight, onEscape }: ArrowKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const run = new Map([
      ["ArrowLeft", onLeft],
      ["ArrowRight", onRight],
      ["Escape", onEscape],
    ]).get(event.key);
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (!run || isOther || isTyping(event)) return;

    event.preventDefault();
    run();
  });

  // With the page's first drawing: a key that is pressed once it is seen is for it.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
