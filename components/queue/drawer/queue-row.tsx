import type { ComponentProps, ReactNode } from "react";
import { Image } from "#components/image/image.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface QueueRowProps extends Omit<ComponentProps<"li">, "children"> {
  /** Null while it is not known yet. */
  generation: GenerationView | null;
  /** How it stands. */
  state: ReactNode;
  /** What stands before it. */
  grip?: ReactNode;
  /** What can be done to it. */
  children?: ReactNode;
}

/** A generation in the queue's panel: its first picture, its prompt, and how it stands. */
export function QueueRow({
  generation,
  state,
  grip,
  children,
  className,
  ...props
}: QueueRowProps) {
  const image = generation?.images[0];

  return (
    <li className={cn("flex min-h-14 items-center gap-3", className)} {...props}>
      {grip}
      <div className="size-10 shrink-0 overflow-hidden rounded-picture bg-fill">
        {image && <Image image={image} sizes="2.5rem" className="min-h-full" />}
      </div>
      <div className="min-w-0 flex-1">
        {generation ? (
          <p dir="auto" className="truncate font-medium">
            {generation.prompt}
          </p>
        ) : (
          <Skeleton className="my-0.5 h-4 w-32" />
        )}
        <div className="truncate text-muted text-sm">{state}</div>
      </div>
      {children}
    </li>
  );
}
