"use client";

import { type ComponentProps, type KeyboardEvent, useRef } from "react";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import type { HowPressed } from "#components/studio/composer/use-press.ts";
import { isComposing } from "#components/ui/is-composing.ts";

/** What a form listens to so that `press` hears how it was pressed, and when by the event: a page that is busy may be late to hear of it. */
export function usePressEvents(press: (how: HowPressed) => void) {
  const clickedAt = useRef(0);

  return {
    onClickCapture({ timeStamp }) {
      clickedAt.current = timeStamp;
    },
    onKeyDown: (event) => pressByKey(event, press),
    onSubmit(event) {
      event.preventDefault();
      press({ toFront: false, at: clickedAt.current });
    },
  } satisfies ComponentProps<"form">;
}

/**
 * The keys that are set for it, with those to the front of the queue; not while an input method composes: its Enter chooses a
 * character. Enter in a field sends nothing else, and a key that is held, here or on the button, presses once.
 */
function pressByKey(event: KeyboardEvent<HTMLFormElement>, press: (how: HowPressed) => void) {
  const button = event.currentTarget.querySelector<HTMLButtonElement>("[type=submit]");
  const pressIt = (toFront: boolean) =>
    !button?.disabled && press({ toFront, at: event.timeStamp });
  const isPressed = runShortcut(event.nativeEvent, {
    generate: () => void pressIt(false),
    generateFirst: () => void pressIt(true),
  });
  if (isPressed || event.key !== "Enter" || isComposing(event.nativeEvent)) return;

  const isCommand = event.ctrlKey || event.metaKey;
  const isNewLine = event.target instanceof HTMLTextAreaElement && !isCommand;
  const isHeldPress = event.repeat && !isNewLine;
  if (isCommand || isHeldPress || event.target instanceof HTMLInputElement) event.preventDefault();
}
