"use client";

import { Ellipsis } from "lucide-react";
import type { ComponentProps, KeyboardEvent, ReactNode, ToggleEvent } from "react";
import { Popover } from "#components/ui/popover.tsx";
import { cn } from "#lib/platform/cn.ts";

interface MenuProps {
  /** The accessible name of the button and of the menu. */
  label: string;
  /** `MenuItem`s. */
  children: ReactNode;
  trigger?: ReactNode;
  className?: string;
  /** More for its button. */
  triggerProps?: ComponentProps<"button">;
}

/** The actions of a thing, behind a button: arrows, Home and End move, Escape closes. */
export function Menu({ label, children, trigger, className, triggerProps }: MenuProps) {
  return (
    <Popover
      role="menu"
      label={label}
      trigger={trigger ?? <Ellipsis aria-hidden />}
      triggerProps={{
        "aria-label": label,
        className: cn(
          "inline-flex size-8 items-center justify-center rounded-control text-muted transition-colors",
          "hover:bg-fill hover:text-ink aria-expanded:bg-fill pointer-coarse:size-11 [&_svg]:size-4",
          className,
        ),
        ...triggerProps,
      }}
      className="min-w-44 p-1"
      onToggle={focusFirst}
    >
      {/** biome-ignore lint/a11y/noStaticElementInteractions: the keys of the menu around it, whose items take them. */}
      <div onKeyDown={moveFocus}>{children}</div>
    </Popover>
  );
}

function focusFirst(event: ToggleEvent<HTMLDivElement>) {
  if (event.newState === "open") itemsOf(event.currentTarget)[0]?.focus();
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget);
  const current = items.findIndex((item) => item.matches(":focus"));
  const targets: Record<string, number> = {
    ArrowDown: (current + 1) % items.length,
    ArrowUp: (current - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };

  const target = targets[event.key];
  if (target === undefined) return;

  event.preventDefault();
  items[target]?.focus();
}

function itemsOf(menu: HTMLElement) {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
}
