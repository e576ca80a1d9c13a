import { cn } from "#lib/platform/cn.ts";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "ghost" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
}

const variants = {
  primary: "border-transparent bg-accent text-on-accent not-disabled:hover:bg-accent-hover",
  secondary: "border-transparent bg-fill text-ink not-disabled:hover:bg-fill-strong",
  ghost: "border-transparent text-muted not-disabled:hover:bg-fill not-disabled:hover:text-ink",
  danger: "border-transparent bg-fill text-danger not-disabled:hover:bg-fill-strong",
};

const sizes = {
  small: "h-8 gap-1.5 px-3 text-md",
  medium: "h-9 gap-2 px-3.5 text-md",
  large: "h-10 gap-2 px-4 text-md",
};

/** The classes of a button, for what is a link but looks like one. */
export function buttonClass({ variant = "secondary", size = "medium" }: ButtonLook = {}): string {
  return cn(
    // The border that cannot be seen is what forced colours draw.
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium",
    "transition-colors disabled:opacity-50 pointer-coarse:min-h-11",
    variants[variant],
    sizes[size],
  );
}
