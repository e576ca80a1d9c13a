"use client";

import { type ComponentProps, type ReactNode, type ToggleEvent, useId, useState } from "react";
import { cn } from "#lib/platform/cn.ts";

interface PopoverProps {
  /** The inside of the button that opens it. */
  trigger: ReactNode;
  triggerProps: Omit<ComponentProps<"button">, "popoverTarget"> &
    Partial<Record<`data-${string}`, string>>;
  /** Rendered while it is open only. */
  children: ReactNode;
  role?: "dialog" | "menu";
  label: string;
  /** Beside its button, or over the whole composer that the button is in. */
  place?: "beside" | "above-composer";
  className?: string;
  onToggle?: (event: ToggleEvent<HTMLDivElement>) => void;
}

/**
 * A panel beside the button that opened it, in the browser's top layer: closed by Escape or a press outside, and
 * focus goes back to the button.
 */
export function Popover({
  trigger,
  triggerProps,
  children,
  role = "dialog",
  label,
  place = "beside",
  className,
  onToggle,
}: PopoverProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <button
        type="button"
        aria-haspopup={role}
        aria-expanded={isOpen}
        popoverTarget={id}
        {...triggerProps}
      >
        {trigger}
      </button>
      {/** biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has one of the two roles, and both take a name. */}
      <div
        id={id}
        popover="auto"
        data-slot="popover"
        data-place={place}
        role={role}
        aria-label={label}
        onBeforeToggle={(event) => {
          if (event.newState === "open") setIsOpen(true);
        }}
        onToggle={(event) => {
          // Not before: what has the focus must be there for the browser to give it back to the button.
          if (event.newState === "closed") setIsOpen(false);
          onToggle?.(event);
        }}
        className={cn(
          "max-h-[min(32rem,80dvh)] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel bg-surface forced-colors:border",
          "text-ink shadow-panel",
          className,
        )}
      >
        {isOpen && children}
      </div>
    </>
  );
}
