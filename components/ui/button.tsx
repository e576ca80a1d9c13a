import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "#components/ui/button-class.ts";
import { cn } from "#lib/platform/cn.ts";

/** A press. It never submits a form unless it says so. */
export function Button({
  className,
  variant,
  size,
  type = "button",
  ...props
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button
      data-slot="button"
      type={type}
      className={cn(buttonClass({ variant, size }), className)}
      {...props}
    />
  );
}
