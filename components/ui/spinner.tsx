import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

/** Something is under way; the text beside it says what. */
export function Spinner({ className, ...props }: ComponentProps<"svg">) {
  return (
    <LoaderCircle
      data-slot="spinner"
      aria-hidden
      className={cn("size-4 animate-spin", className)}
      {...props}
    />
  );
}
