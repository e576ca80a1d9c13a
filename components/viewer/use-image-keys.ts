"use client";

import { useEffect, useEffectEvent } from "react";
import { isTyping } from "#components/layout/is-typing.ts";

/** The actions of the keys, by `KeyboardEvent.key`. */
export type ImageKeys = Partial<Record<string, () => void>>;

/** Runs what a key stands for, wherever the focus is but in a field or a dialog. A key that is held counts once. */
export function useImageKeys(keys: ImageKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = event.repeat && !event.key.startsWith("Arrow");
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    const run = keys[event.key];
    if (!run || isHeld || isOther || isTyping(event)) return;

    event.preventDefault();
    run();
  });

  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
