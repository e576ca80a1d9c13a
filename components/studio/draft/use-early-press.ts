"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from "react";

/** Takes over from the page that was not alive yet: a press that it remembered is made, of what was written by then. */
export function useEarlyPress(
  form: RefObject<HTMLFormElement | null>,
  press: (how: { toFront: boolean }) => void,
): void {
  const makePress = useEffectEvent(press);

  // Before anybody can press again: a press is either remembered or made.
  useLayoutEffect(() => {
    document.documentElement.dataset.alive = "";
    form.current?.removeAttribute("data-early");
  }, [form]);

  useEffect(() => {
    const { dataset } = document.documentElement;
    if (dataset.pressed === undefined) return;
    const toFront = dataset.pressed === "front";
    delete dataset.pressed;
    // What was typed early is in the draft after the effects of the studio around.
    queueMicrotask(() => makePress({ toFront }));
  }, []);
}
