import { cn } from "#lib/platform/cn.ts";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "ghost" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
}

const variants = {
  primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
  secondary:
    "border-line bg-surface text-ink shadow-raised not-disabled:hover:border-line-strong not-disabled:hover:bg-hover",
  ghost: "border-transparent text-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border-transparent bg-danger text-white not-disabled:hover:opacity-90",
};

const sizes = {
  small: "h-7 gap-1.5 px-2.5 text-xs",
  medium: "h-8 gap-2 px-3 text-sm",
  large: "h-10 gap-2 px-4 text-sm",
};

/** The classes of a button, for what is a link but looks like one. */
export function buttonClass({ variant = "secondary", size = "medium" }: ButtonLook = {}): string {
  return cn(
    // The border that cannot be seen is what forced colours draw.
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md border font-medium",
    "transition-colors disabled:opacity-50 pointer-coarse:min-h-11",
    variants[variant],
    sizes[size],
  );
}
