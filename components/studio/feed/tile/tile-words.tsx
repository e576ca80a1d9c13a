import type { ReactNode } from "react";
import { cn } from "#lib/platform/cn.ts";

interface TileWordsProps {
  icon?: ReactNode;
  /** The first word or two. */
  said: ReactNode;
  note?: ReactNode;
  /** Pixels; where there is little room the note gives way. */
  width: number;
}

/** What is said on a picture, or on the field where it will be: at its foot, on a scrim, whatever the picture. */
export function TileWords({ icon, said, note, width }: TileWordsProps) {
  return (
    <p
      className={cn(
        "absolute start-2 bottom-3 flex max-w-[calc(100%-1rem)] flex-wrap items-center gap-x-1.5 rounded-[0.8125rem] bg-scrim px-2.5 py-[3px] text-sm text-white forced-colors:border",
        "[&_svg]:size-3.5 [&_svg]:shrink-0",
        width < 240 && "rounded-control text-xs",
      )}
    >
      {icon}
      {/* Beside a note as wide as "10 ahead": that stays where it is when it becomes "Next", and 9 s become 10. */}
      <span className="min-w-0 font-semibold tabular-nums [&:has(+:not(:empty))]:min-w-[4.5em]">
        {said}
      </span>
      {note && width >= 180 && (
        // What is not known yet says nothing.
        <span dir="auto" className="line-clamp-3 min-w-0 empty:hidden">
          {note}
        </span>
      )}
    </p>
  );
}
