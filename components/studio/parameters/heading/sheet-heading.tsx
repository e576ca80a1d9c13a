import { cn } from "#lib/platform/cn.ts";

interface SheetHeadingProps {
  title: string;
  /** The one thing to be done beside it. */
  action: { label: string; run: () => void };
  className?: string;
}

/** The head of what opens over the composer: its name, and a quiet button. */
export function SheetHeading({ title, action, className }: SheetHeadingProps) {
  return (
    <header className={cn("flex items-center justify-between ps-1", className)}>
      <h2 className="font-semibold text-lg">{title}</h2>
      <button
        type="button"
        className="h-8 rounded-control px-2 font-medium text-muted transition-colors hover:bg-fill hover:text-ink pointer-coarse:h-11"
        onClick={action.run}
      >
        {action.label}
      </button>
    </header>
  );
}
