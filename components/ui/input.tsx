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
        "h-8 w-full min-w-0 rounded-md border border-line bg-surface px-2.5 text-ink text-sm",
        "transition-colors placeholder:text-muted hover:border-line-strong disabled:opacity-50",
        "[appearance:textfield] aria-invalid:border-danger-ink pointer-coarse:h-11 pointer-coarse:text-base",
        className,
      )}
      {...useFieldControl()}
      {...props}
    />
  );
}
