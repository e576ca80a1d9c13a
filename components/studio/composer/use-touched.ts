"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * Whether somebody writes in the composer: on a phone it is one line until then. It does not end with the focus, which
 * a press on one of its own buttons takes away, but with a press beside it, Escape, or what was sent.
 */
export function useTouched(): { form: RefObject<HTMLFormElement | null>; isTouched: boolean } {
  const form = useRef<HTMLFormElement>(null);
  const [isTouched, setIsTouched] = useState(false);

  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;

    const controller = new AbortController();
    const { signal } = controller;
    const touch = (target: EventTarget | null) =>
      target instanceof HTMLTextAreaElement && setIsTouched(true);
    const fold = () => setIsTouched(false);
    element.addEventListener("focusin", ({ target }) => touch(target), { signal });
    // Somebody may have begun before the page was alive.
    if (element.contains(document.activeElement)) touch(document.activeElement);
    document.addEventListener(
      "pointerdown",
      ({ target }) => target instanceof Element && !isPartOf(element, target) && fold(),
      { signal },
    );
    element.addEventListener(
      "submit",
      () => {
        if (!matchMedia("(width < 48rem)").matches) return;
        // The keyboard goes, and shows what was asked for. A press that is refused brings both back.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        fold();
      },
      { signal },
    );
    return () => controller.abort();
  }, []);

  useEffect(() => {
    const { documentElement } = document;
    documentElement.toggleAttribute("data-writing", isTouched);
    return () => documentElement.removeAttribute("data-writing");
  }, [isTouched]);

  return { form, isTouched };
}

/** A toast stands upon the composer, and would slip away from under the finger. */
function isPartOf(composer: HTMLFormElement, target: Element): boolean {
  return composer.contains(target) || target.closest('[data-slot="toast"]') !== null;
}
