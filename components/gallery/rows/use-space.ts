"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

export interface Space {
  /** Pixels. */
  width: number;
  /** From the top of the page, in pixels. */
  top: number;
  /** Narrower than 768 pixels, as a phone. */
  isNarrow: boolean;
}

/** The room that an element has; null until the browser has drawn it once. */
export function useSpace(ref: RefObject<HTMLElement | null>): Space | null {
  const [space, setSpace] = useState<Space | null>(null);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;

    function measure(measured: HTMLElement) {
      const { width, top } = measured.getBoundingClientRect();
      setSpace({
        width,
        top: top + window.scrollY,
        isNarrow: window.matchMedia("(width < 48rem)").matches,
      });
    }

    measure(element);
    const observer = new ResizeObserver(() => measure(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  return space;
}
