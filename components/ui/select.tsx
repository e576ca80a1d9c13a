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
          "h-9 w-full min-w-0 whitespace-nowrap rounded-control border border-transparent bg-fill ps-3 pe-8",
          "text-ink text-md transition-colors hover:bg-fill-strong disabled:opacity-50",
          "aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg",
        )}
        {...useFieldControl()}
        {...props}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute end-2 size-3.5 text-muted" />
    </span>
  );
}
