"use client";

import { useId, useSyncExternalStore } from "react";

const storageKey = "atelier.inspector";
const changed = new EventTarget();

/** For a browser that forbids storage: the choice then lives as long as the page. */
let unstored: string | null = null;

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
  try {
    return (window.localStorage.getItem(storageKey) ?? unstored) !== "hidden";
  } catch {
    return unstored !== "hidden";
  }
}

function writeIsShown(isShown: boolean) {
  unstored = isShown ? "shown" : "hidden";
  try {
    window.localStorage.setItem(storageKey, unstored);
  } catch {
    // It is full or forbidden.
  }
  changed.dispatchEvent(new Event("change"));
}
