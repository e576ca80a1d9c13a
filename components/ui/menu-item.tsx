"use client";

import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

/** One action of a `Menu`. Pressing it closes the menu. */
export function MenuItem({
  className,
  tone = "neutral",
  onClick,
  ...props
}: ComponentProps<"button"> & { tone?: "neutral" | "danger" }) {
  return (
    <button
      data-slot="menu-item"
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={cn(
        "flex h-8 w-full items-center gap-2.5 rounded-picture px-2.5 text-left text-md hover:bg-fill",
        "focus-visible:bg-fill focus-visible:outline-none disabled:opacity-50 pointer-coarse:h-11 [&_svg]:size-4",
        tone === "danger" ? "text-danger" : "text-ink [&_svg]:text-muted",
        className,
      )}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
        onClick?.(event);
      }}
      {...props}
    />
  );
}
