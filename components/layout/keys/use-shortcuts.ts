"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import { runShortcut, type ShortcutActions } from "#components/layout/keys/run-shortcut.ts";

/** Runs what keys stand for while this is drawn, wherever the focus is. */
export function useShortcuts(actions: ShortcutActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => void runShortcut(event, actions));

  // With the first drawing: a key that is pressed once it is seen is for it.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
