"use client";

import { useId, useState, useSyncExternalStore } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";

const storageKey = "atelier.inspector";
const changed = new EventTarget();

export interface Inspector {
  /** Of its element, for the button that controls it. */
  id: string;
  /** Beside the picture, on a wide screen. */
  isShown: boolean;
  /** Over the picture's foot, on a narrow one. */
  isSheetOpen: boolean;
  /** Shows it where this screen has it, or hides it. */
  toggle: () => void;
  openSheet: () => void;
  closeSheet: () => void;
}

/** The inspector: on a wide screen as this browser remembers it, on a narrow one a sheet that is asked for. */
export function useInspector(): Inspector {
  const id = useId();
  const isShown = useSyncExternalStore(subscribe, readIsShown, () => true);
  const [isSheetOpen, setIsSheetOpen] = useState(false);

  return {
    id,
    isShown,
    isSheetOpen,
    toggle() {
      if (window.matchMedia("(width < 48rem)").matches) setIsSheetOpen(!isSheetOpen);
      else writeIsShown(!isShown);
    },
    openSheet: () => setIsSheetOpen(true),
    closeSheet: () => setIsSheetOpen(false),
  };
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
