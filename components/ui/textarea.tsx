"use client";

import type { ComponentProps } from "react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { cn } from "#lib/platform/cn.ts";

/** Several lines of text, which grow with what is written, from 2 lines to 12. */
export function Textarea({ className, rows = 2, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      rows={rows}
      className={cn(
        "field-sizing-content max-h-[12lh] min-h-[2lh] w-full resize-none bg-transparent text-ink text-md",
        "placeholder:text-muted pointer-coarse:text-lg",
        className,
      )}
      {...useFieldControl()}
      {...props}
    />
  );
}
