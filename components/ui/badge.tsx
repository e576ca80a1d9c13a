import type { ComponentProps } from "react";
import { cn } from "#lib/platform/cn.ts";

const tones = {
  neutral: "bg-well text-muted",
  accent: "bg-fill text-ink",
  danger: "bg-fill text-danger",
  warning: "bg-warning-soft text-warning",
  success: "bg-fill text-ink",
};

/** A short word about a thing. Give it an icon where the word matters: colour alone tells nobody. */
export function Badge({
  className,
  tone = "neutral",
  ...props
}: ComponentProps<"span"> & { tone?: keyof typeof tones }) {
  return (
    <span
      data-slot="badge"
      className={cn(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-picture px-1.5 font-medium text-xs [&_svg]:size-3",
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}
