"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import type { SubmitOptions } from "#components/data/submit/create-submitter.ts";
import {
  type EarlyPress,
  forgetEarlyPress,
  readEarlyPress,
} from "#components/data/submit/early-press.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

type Press = (
  how: Pick<EarlyPress, "prompt" | "toFront"> & Pick<SubmitOptions, "pressed"> & { at: number },
) => Promise<void>;

/** Takes over from the page that was not alive yet: the presses that it remembered are made, of what was written then. */
export function useEarlyPress(form: RefObject<HTMLFormElement | null>, press: Press): void {
  const t = useWords();
  const makePresses = useEffectEvent((presses: EarlyPress[]) => {
    const { storage } = openBrowserStorage("local");
    for (const { key, prompt, toFront, pressedAt, isKept } of presses) {
      // Another page has taken it up, where there are no locks.
      if (isKept && !readEarlyPress(storage, key)) continue;
      const pressed = { key, submittedAt: pressedAt };
      const made = press({ prompt, toFront, at: performance.now(), pressed });
      void made.finally(() => forgetEarlyPress(storage, key));
    }
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
    const presses: EarlyPress[] = JSON.parse(dataset.pressed);
    delete dataset.pressed;
    makePresses(presses);
  }, []);
}
