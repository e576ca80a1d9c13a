import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

/** Holds the place of what is loading, in its final size. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn("animate-breathe rounded-control bg-fill", className)}
      {...props}
    />
  );
}
