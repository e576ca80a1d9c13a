"use client";

import type { ComponentProps } from "react";
import { useFieldControl } from "#components/ui/field-context.ts";
import { cn } from "#lib/platform/cn.ts";

/** On or off, at once. */
export function Switch({ className, ...props }: Omit<ComponentProps<"input">, "type" | "role">) {
  return (
    <input
      data-slot="switch"
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: the checkbox itself says whether it is checked.
      role="switch"
      className={cn(
        "relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-transparent bg-fill-strong",
        "transition-colors checked:border-ink checked:bg-ink disabled:opacity-50",
        "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-ink",
        "before:transition-transform checked:before:translate-x-4 checked:before:bg-canvas",
        "pointer-coarse:after:absolute pointer-coarse:after:-inset-x-1.5 pointer-coarse:after:-inset-y-3.5",
        className,
      )}
      {...useFieldControl()}
      {...props}
    />
  );
}
