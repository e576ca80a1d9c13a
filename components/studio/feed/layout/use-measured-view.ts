"use client";

import { type RefObject, useLayoutEffect } from "react";
import { useGuess } from "#components/studio/feed/layout/guessed-view.tsx";
import { changeView } from "#components/studio/feed/layout/view-store.ts";

/** Measures what the feed is laid out in, now and whenever that changes: the width of an element, and the window. */
export function useMeasuredView(ref: RefObject<HTMLElement | null>): void {
  const guess = useGuess();

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;

    function measure() {
      if (!element) return;
      const { width } = element.getBoundingClientRect();
      const isPhone = window.matchMedia("(width < 48rem)").matches;
      if (width > 0) changeView({ width, height: window.innerHeight, isPhone }, guess);
    }

    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [ref, guess]);
}
