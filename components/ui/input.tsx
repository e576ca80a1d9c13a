"use client";

import type { ComponentProps } from "react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { cn } from "#lib/platform/cn.ts";

/** One line of text or a number. The text is 16 pixels on touch screens, or iOS zooms into it. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      className={cn(
        "h-9 w-full min-w-0 rounded-control border border-transparent bg-fill px-3 text-ink text-md",
        "transition-colors placeholder:text-muted hover:bg-fill-strong disabled:opacity-50",
        "[appearance:textfield] aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg",
        className,
      )}
      {...useFieldControl()}
      {...props}
    />
  );
}
