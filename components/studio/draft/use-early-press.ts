"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** As `EarlyPress` writes it. */
interface RememberedPress {
  prompt: string;
  toFront: boolean;
  count: number;
}

type Press = (how: { toFront: boolean; at: number; prompt: string }) => void;

/** Takes over from the page that was not alive yet: the presses that it remembered are made, of what was written then. */
export function useEarlyPress(form: RefObject<HTMLFormElement | null>, press: Press): void {
  const t = useWords();
  const makePresses = useEffectEvent((presses: RememberedPress[]) => {
    for (const { prompt, toFront } of presses) press({ prompt, toFront, at: performance.now() });
    const count = Math.max(...presses.map((one) => one.count));
    if (count > 1) showToast(t("composer.pressedEarlier", { count }));
  });

  // Before anybody can press again: a press is either remembered or made.
  useLayoutEffect(() => {
    document.documentElement.dataset.alive = "";
    const button = form.current?.querySelector<HTMLButtonElement>("[type=submit]");
    // As React left it, which only then enables it.
    if (button && form.current?.hasAttribute("data-early")) button.disabled = true;
    form.current?.removeAttribute("data-early");
    form.current?.removeAttribute("data-pressed");
    for (const field of form.current?.querySelectorAll("input") ?? []) field.disabled = false;
  }, [form]);

  useEffect(() => {
    const { dataset } = document.documentElement;
    if (dataset.pressed === undefined) return;
    const presses: RememberedPress[] = JSON.parse(dataset.pressed);
    delete dataset.pressed;
    openBrowserStorage("session").storage.removeItem("atelier.early-press");
    makePresses(presses);
  }, []);
}
