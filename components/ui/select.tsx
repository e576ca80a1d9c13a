"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { cn } from "#lib/platform/cn.ts";

/**
 * The browser's own select, drawn as ours where it allows that (`appearance: base-select`) and the platform's
 * elsewhere: type-ahead, touch pickers and screen readers come with it, and it weighs nothing.
 */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-flex min-w-0 items-center", className)}>
      <select
        data-slot="select"
        className={cn(
          "h-8 w-full min-w-0 whitespace-nowrap rounded-md border border-line bg-surface ps-2.5 pe-7",
          "text-ink text-sm transition-colors hover:border-line-strong disabled:opacity-50",
          "aria-invalid:border-danger-ink pointer-coarse:h-11 pointer-coarse:text-base",
        )}
        {...useFieldControl()}
        {...props}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute end-2 size-3.5 text-muted" />
    </span>
  );
}
