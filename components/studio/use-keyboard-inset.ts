"use client";

import { type RefObject, useEffect } from "react";

/**
 * Keeps `--keyboard-height` of an element at what the screen keyboard covers of the page, in pixels. Safari on iOS
 * lays its keyboard over the page; elsewhere `interactive-widget` resizes the page, and it stays 0.
 */
export function useKeyboardInset(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const element = ref.current;
    if (!viewport || !element) return;

    const update = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      // A page that is pinched larger covers nothing.
      const height = viewport.scale > 1 ? 0 : Math.max(0, covered);
      element.style.setProperty("--keyboard-height", `${height}px`);
    };
    viewport.addEventListener("resize", update);
    viewport.addEventListener("scroll", update);
    return () => {
      viewport.removeEventListener("resize", update);
      viewport.removeEventListener("scroll", update);
    };
  }, [ref]);
}
