"use client";

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

interface KeptFocus {
  /** For what the focus is kept within. */
  ref: RefObject<HTMLDivElement | null>;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
}

/** Gives the focus that would be lost with what had it, as a bar that goes or the last picture, to the picture that Tab comes to, or to the screen. */
export function useKeptFocus(): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);

  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (!isInside.current || (activeElement && activeElement !== body)) return;
    const next = ref.current?.querySelector<HTMLElement>('[role="grid"] a[tabindex="0"]');
    (next ?? document.getElementById("main"))?.focus({ preventScroll: true });
  });

  return {
    ref,
    onFocus() {
      isInside.current = true;
    },
    // Nobody is told of one that is taken out of the page, and a window that is left keeps its focus.
    onBlur({ target }) {
      isInside.current = document.activeElement === target;
    },
  };
}
