import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** Its accessible name, and the hint that shows while it is hovered or focused. */
  label: string;
};

/** A button that is only an icon. */
export function IconButton({ className, label, type = "button", ...props }: IconButtonProps) {
  return (
    <button
      data-slot="icon-button"
      data-hint=""
      type={type}
      aria-label={label}
      className={cn(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted transition-colors",
        "not-disabled:hover:bg-fill not-disabled:hover:text-ink disabled:opacity-50 aria-disabled:opacity-50",
        "pointer-coarse:size-11 [&_svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}
