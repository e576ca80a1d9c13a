import type { ComponentProps, ReactNode } from "react";
import { QueuePicture } from "#components/queue/drawer/queue-picture.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface QueueRowProps extends Omit<ComponentProps<"li">, "children"> {
  row: {
    /** Null while it is not known yet. */
    generation: GenerationView | null;
    attempts: readonly Pick<AttemptView, "id" | "state">[];
  };
  /** How it stands: a `<span>` each. */
  state: ReactNode;
  /** What stands before it. */
  grip?: ReactNode;
  /** What is to be done, in sight. */
  children?: ReactNode;
  /** What else can be done: shown to a mouse over it, to the focus in it, and always to a finger. */
  tools?: ReactNode;
}

/** A generation in the queue's panel: what there is to see of it, its prompt, and how it stands. */
export function QueueRow({
  row: { generation, attempts },
  state,
  grip,
  children,
  tools,
  className,
  ...props
}: QueueRowProps) {
  return (
    <li className={cn("group/row relative flex min-h-16 items-center gap-3", className)} {...props}>
      {grip}
      <div className="relative size-12 shrink-0 overflow-hidden rounded-picture bg-well forced-colors:border">
        <QueuePicture generation={generation} attempts={attempts} />
      </div>
      <div className="min-w-0 flex-1">
        {generation ? (
          <p dir="auto" className="truncate font-medium">
            {generation.prompt}
          </p>
        ) : (
          <Skeleton className="my-0.5 h-4 w-32" />
        )}
        <div className="truncate text-muted text-sm [&>span+span]:before:content-['_·_']">
          {state}
        </div>
      </div>
      {children}
      {tools && (
        // Over the end of the words: they need the room more often.
        <div
          className={cn(
            "flex items-center pointer-fine:absolute pointer-fine:inset-y-1 pointer-fine:-end-2 pointer-fine:bg-linear-to-r pointer-fine:from-transparent pointer-fine:to-(--behind) pointer-fine:to-[2rem] pointer-fine:ps-10 rtl:bg-linear-to-l",
            "pointer-fine:opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100",
          )}
        >
          {tools}
        </div>
      )}
    </li>
  );
}
