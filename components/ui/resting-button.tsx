"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#lib/platform/cn.ts";

/** A second press within this is the same press, of a double click. */
const restMs = 1_000;

interface RestingButtonProps extends Omit<ComponentProps<typeof Button>, "onClick"> {
  /** What is answered is waited for; a press that answers nothing may be repeated at once. */
  onPress: () => unknown;
  /** Another button stood in its place a moment ago: it rests at first, too. */
  isNew?: boolean;
}

/** A button that no double click presses twice, and none that was meant for what stood there before: after a press it rests until that is answered and a second has passed. */
export function RestingButton({
  onPress,
  isNew = false,
  className,
  ...button
}: RestingButtonProps) {
  const [isResting, setIsResting] = useState(isNew);

  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(setIsResting, restMs, false);
    return () => clearTimeout(timer);
  }, [isNew]);

  async function press() {
    if (isResting) return;
    const answered = onPress();
    if (!(answered instanceof Promise)) return;
    setIsResting(true);
    await answered;
    setTimeout(setIsResting, restMs, false);
  }

  return (
    // Not `disabled`: that would take the focus away.
    <Button
      {...button}
      aria-disabled={isResting}
      className={cn("aria-disabled:opacity-50", className)}
      onClick={press}
    />
  );
}
