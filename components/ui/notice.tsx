import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#lib/platform/cn.ts";

const tones = {
  neutral: "bg-surface [&>svg]:text-muted",
  accent: "bg-fill [&>svg]:text-ink",
  danger: "bg-well [&>svg]:text-danger",
  warning: "bg-warning-soft [&>svg]:text-warning",
};

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  icon: LucideIcon;
  title: ReactNode;
  tone?: keyof typeof tones;
};

/** Says in place what happened, what it means, and what can be done. */
export function Notice({
  className,
  icon: Icon,
  title,
  tone = "neutral",
  children,
  ...props
}: NoticeProps) {
  return (
    <div
      data-slot="notice"
      className={cn(
        "flex gap-3 rounded-block p-4 text-md forced-colors:border",
        tones[tone],
        className,
      )}
      {...props}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium text-ink">{title}</p>
        {children}
      </div>
    </div>
  );
}
