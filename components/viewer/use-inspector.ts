"use client";

import { useId, useSyncExternalStore } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";

const storageKey = "atelier.inspector";
const changed = new EventTarget();

export interface Inspector {
  /** Of its element, for the button that controls it. */
  id: string;
  /** On a wide screen; on a small one it stands below the picture, in nobody's way. */
  isShown: boolean;
  toggle: () => void;
}

/** The inspector as this browser remembers it, shown or hidden. */
export function useInspector(): Inspector {
  const id = useId();
  const isShown = useSyncExternalStore(subscribe, readIsShown, () => true);

  return { id, isShown, toggle: () => writeIsShown(!isShown) };
}

function subscribe(onChange: () => void): () => void {
  changed.addEventListener("change", onChange);
  // Another tab's choice is this one's too.
  window.addEventListener("storage", onChange);

  return () => {
    changed.removeEventListener("change", onChange);
    window.removeEventListener("storage", onChange);
  };
}

function readIsShown(): boolean {
  return openBrowserStorage("local").storage.getItem(storageKey) !== "hidden";
}

function writeIsShown(isShown: boolean) {
  try {
    openBrowserStorage("local").storage.setItem(storageKey, isShown ? "shown" : "hidden");
  } catch {
    // It is full.
  }
  changed.dispatchEvent(new Event("change"));
}
