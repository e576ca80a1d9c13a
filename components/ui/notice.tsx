import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "#lib/platform/cn.ts";

const tones = {
  neutral: "border-line bg-surface [&>svg]:text-muted",
  accent: "border-line bg-accent-soft [&>svg]:text-accent-ink",
  danger: "border-line bg-danger-soft [&>svg]:text-danger-ink",
  warning: "border-line bg-warning-soft [&>svg]:text-warning-ink",
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
      className={cn("flex gap-3 rounded-lg border p-3 text-sm", tones[tone], className)}
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
