"use client";

import { useEffect, useSyncExternalStore } from "react";

export interface Fullscreen {
  isOn: boolean;
  /** Not on every phone. */
  isOffered: boolean;
  toggle: () => void;
  leave: () => void;
}

/** Whether the picture has the whole screen. The page has it, so that it lasts from picture to picture. */
export function useFullscreen(): Fullscreen {
  const isOn = useSyncExternalStore(subscribe, readIsOn, () => false);
  const isOffered = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled,
    () => true,
  );
  const leave = () => {
    if (readIsOn()) void document.exitFullscreen();
  };

  // Back leads out of it first, and from there to where one came from.
  useEffect(() => {
    const { navigation } = globalThis;
    if (!isOn || !navigation) return;

    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse") return;
      if (event.cancelable) event.preventDefault();

      void document.exitFullscreen();
    };
    navigation.addEventListener("navigate", onNavigate);
    return () => navigation.removeEventListener("navigate", onNavigate);
  }, [isOn]);

  return {
    isOn,
    isOffered,
    leave,
    toggle() {
      if (readIsOn()) return leave();
      // A browser that refuses shows the page as it was.
      document.documentElement.requestFullscreen().catch(() => undefined);
    },
  };
}

function readIsOn(): boolean {
  return Boolean(document.fullscreenElement);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener("fullscreenchange", onChange);
  return () => document.removeEventListener("fullscreenchange", onChange);
}
