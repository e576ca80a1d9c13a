import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

/** A key of the keyboard. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      data-slot="kbd"
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-picture bg-fill px-1 forced-colors:border",
        "font-sans text-xs text-muted pointer-coarse:hidden",
        className,
      )}
      {...props}
    />
  );
}
